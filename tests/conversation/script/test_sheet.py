"""helpdesk/conversation/script/sheet.py and listing.py: what officers sign, and which flow serves which intent."""

from pathlib import Path

from helpdesk.conversation.script.listing import flows_by_intent
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.sheet import WIDTH, sheet
from tests.support.small_flows import flow_file, small_flows

STEPS = """
look:
  do: find_openings
  exits: { found: which, none: told }
which:
  ask: "Bà con chọn buổi nào?"
  again: "Nhắn số:"
  options: openings
  option: "{when}"
  exits: { chosen: sure }
sure:
  ask: "Chắc không?"
  expect: yes_no
  choices:
    - { say: "Chắc", to: told }
    - { say: "Chưa", to: end no }
told:
  say:
    sms: "Gọi {fact_hotline}."
    fallback: "Hỏi cán bộ xã."
  to: end told
"""
PAGE = """\
LỜI NHẮN ĐỂ DUYỆT: Sao (why, vi)
Dấu của bản này: {mark}
==============================================================================

which, ask                                            dài nhất 72 ký tự, 1 tin
    Bà con chọn buổi nào?
    1 {{when}}
    2 ...

which, again                                          dài nhất 59 ký tự, 1 tin
    Nhắn số:
    1 {{when}}
    2 ...

sure                                                  dài nhất 25 ký tự, 1 tin
    Chắc không?
    1 Chắc
    2 Chưa

told                                                  dài nhất 18 ký tự, 1 tin
    Gọi {{fact_hotline}}.
    - khi xã chưa cho biết:
    Hỏi cán bộ xã.

==============================================================================
{{when}}: ngày
{{fact_hotline}}: số điện thoại của xã

Người duyệt: ______________________________  Chức vụ: ________________________

Ngày: ____/____/______                       Ký tên: _________________________
"""


def page(tmp_path: Path, steps: str = STEPS, *, language: str = "vi", **files: str) -> str:
    script = load(small_flows(tmp_path, why=flow_file(steps), **files))
    (found,) = (page for page in sheet(script, language=language).split("\f") if "(why, " in page)
    return found


def mark(text: str) -> str:
    return text.split("Dấu của bản này: ")[1][:8]


def test_a_page_has_every_wording_with_its_cost_and_a_line_to_sign(tmp_path: Path) -> None:
    found = page(tmp_path)
    assert found == PAGE.format(mark=mark(found))


def test_its_mark_changes_with_the_words_and_not_with_the_way(tmp_path: Path) -> None:
    first = mark(page(tmp_path / "a"))
    assert mark(page(tmp_path / "b", STEPS.replace("to: end no", "to: look"))) == first
    assert mark(page(tmp_path / "c", STEPS.replace("Hỏi cán bộ xã", "Hỏi cán bộ"))) != first


def test_it_is_there_in_other_languages_finished_or_not(tmp_path: Path) -> None:
    english = page(
        tmp_path, language="en", **{"languages/en/why": 'sure: { ask: "Sure?", choices: ["Yes", "No"] }'}
    )
    assert "    Sure?\n    1 Yes\n    2 No\n" in english
    assert "    Bà con chọn buổi nào?\n" in english


def test_each_flow_that_says_something_has_a_page(tmp_path: Path) -> None:
    silent = "a:\n  do: find_openings\n  exits: { found: end a, none: end b }"
    script = load(small_flows(tmp_path, why=flow_file(silent)))
    titles = [page.splitlines()[0].partition(": ")[2] for page in sheet(script).split("\f")]
    assert titles == ["Lỗi (fault, vi)", "Các mục (menu, vi)", "Chưa hiểu (stuck, vi)"]


def test_the_shipped_sheet_fits_the_paper() -> None:
    script = load()
    for language in script.languages:
        assert max(map(len, sheet(script, language=language).splitlines())) <= WIDTH


def test_intents_are_listed_with_their_flows(tmp_path: Path) -> None:
    say = 'a:\n  say: "A"\n  to: end a'
    script = load(small_flows(tmp_path, why=flow_file(say, head="intents: [why, where]")))
    assert flows_by_intent(script) == {"menu": "menu", "unknown": "menu", "where": "why", "why": "why"}
    assert list(flows_by_intent(script)) == ["menu", "unknown", "where", "why"]
