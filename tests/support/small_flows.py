"""A folder of flows that is as small as one may be, into which a test writes what it is about."""

import re
from pathlib import Path

from helpdesk.conversation.script.checking.intents import INTENTS

_CLAIMED = re.compile(r"^intents: \[(.*)\]", re.MULTILINE)

_SMALL = {
    "menu.yaml": """\
flow: menu
title: Các mục
intents: [menu, unknown, REST]
steps:
  menu:
    ask: "Nhắn số:"
    choices:
      - { say: "Thôi", to: end done }
""",
    "stuck.yaml": """\
flow: stuck
title: Chưa hiểu
steps:
  sorry:
    say: "Xin lỗi, chưa hiểu."
    to: end stuck
""",
    "fault.yaml": """\
flow: fault
title: Lỗi
steps:
  sorry:
    say: "Xin lỗi, máy hỏng."
    to: end fault
""",
    "too_many.yaml": """\
flow: too_many
title: Nhiều quá
steps:
  rest:
    say: "Máy nghỉ một lúc."
    to: end resting
""",
    "no_photos.yaml": """\
flow: no_photos
title: Ảnh
aside: true
steps:
  words_only:
    say: "Máy không xem được ảnh."
    to: end told
""",
    "changed.yaml": """\
flow: changed
title: Đã sửa
steps:
  sorry:
    say: "Xin lỗi, câu hỏi đã sửa."
    to: end changed
""",
    "left_undone.yaml": """\
flow: left_undone
turned_to: true
title: Chưa xong
steps:
  not_booked:
    say: "Chưa đặt lịch."
    to: end left
""",
    "which_topic.yaml": """\
flow: which_topic
title: Việc nào
steps:
  which:
    say: "Bà con nhắn MENU."
    to: end which
""",
    "placeholders.yaml": """\
place: { about: "nơi làm", longest: "bản Cà Roòng 1" }
when: { about: "ngày", longest: { vi: "chủ nhật 25/11", en: "Wednesday 25 Nov" } }
code: { about: "mã", longest: "12345" }
fact_hotline: { about: "số điện thoại của xã", longest: "0232.3999.999" }
""",
    "phrases.yaml": """\
village_name: { vi: "bản {name}", en: "{name} village" }
""",
    "forbidden.yaml": """\
- { phrase: "miễn phí", reason: "the commune decides", unless: ["không nói miễn phí"] }
""",
}


SMALL_ENGLISH = {
    "languages/en/menu": 'menu:\n  ask: "Text a number:"\n  choices: ["Stop"]',
    "languages/en/stuck": 'sorry: { say: "Sorry, we did not understand." }',
    "languages/en/fault": 'sorry: { say: "Sorry, a fault." }',
    "languages/en/too_many": 'rest: { say: "We rest for a while." }',
    "languages/en/no_photos": 'words_only: { say: "We cannot see pictures." }',
    "languages/en/changed": 'sorry: { say: "Sorry, the question has changed." }',
    "languages/en/left_undone": 'not_booked: { say: "Nothing was booked." }',
    "languages/en/which_topic": 'which: { say: "Text MENU." }',
}
"""The texts of the small flows in English, but for phrases."""


def small_flows(folder: Path, **files: str) -> Path:
    """The folder `flows` in `folder`, complete and without a fault, with `files` by name ("why", "languages/en/why")
    added or in place of its own; the empty text takes a file away. Intents that no file claims are the menu's."""
    flows = folder / "flows"
    claimed = {
        intent for text in files.values() for found in _CLAIMED.findall(text) for intent in found.split(", ")
    }
    rest = ", ".join(sorted(INTENTS - claimed - {"menu", "unknown"}))
    small = _SMALL | {"menu.yaml": _SMALL["menu.yaml"].replace("REST", rest)}
    for name, text in (small | {f"{name}.yaml": text for name, text in files.items()}).items():
        path = flows / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
    return flows


def flow_file(steps: str, *, name: str = "why", head: str = "intents: [why]") -> str:
    """A flow of these steps, which begin on line 5: "say_it:" on the first, indented by nothing."""
    indented = "".join(f"  {line}\n" if line.strip() else "\n" for line in steps.strip("\n").splitlines())
    return f"flow: {name}\ntitle: Sao\n{head}\nsteps:\n{indented}"
