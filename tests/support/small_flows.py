"""A folder of flows that is as small as one may be, into which a test writes what it is about."""

from pathlib import Path

_SMALL = {
    "menu.yaml": """\
flow: menu
title: Các mục
intents: [menu, unknown]
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


def small_flows(folder: Path, **files: str) -> Path:
    """The folder `flows` in `folder`, complete and without a fault, with `files` by name ("why", "languages/en/why")
    added or in place of its own; the empty text takes a file away."""
    flows = folder / "flows"
    for name, text in (_SMALL | {f"{name}.yaml": text for name, text in files.items()}).items():
        path = flows / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
    return flows


def flow_file(steps: str, *, name: str = "why", head: str = "intents: [why]") -> str:
    """A flow of these steps, which begin on line 5: "say_it:" on the first, indented by nothing."""
    indented = "".join(f"  {line}\n" if line.strip() else "\n" for line in steps.strip("\n").splitlines())
    return f"flow: {name}\ntitle: Sao\n{head}\nsteps:\n{indented}"
