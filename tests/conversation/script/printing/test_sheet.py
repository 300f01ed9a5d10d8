"""helpdesk/conversation/script/printing/sheet.py and listing.py: what officers sign, and which flow serves which intent."""

from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.script.listing import flows_by_intent
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.printing.sheet import WIDTH, sheet
from helpdesk.conversation.script.printing.sheet_texts import Signature, page_mark, sheet_texts
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
Dấu của bản này: {marks[0]}                                            đã ký 1/4
==============================================================================

which, ask                                            dài nhất 72 ký tự, 1 tin
    Bà con chọn buổi nào?
    1 {{when}}
    2 ...
    | Ba con chon buoi nao?
    | 1 {{when}}
    | 2 ...
    Dấu {marks[1]}    [ ] đồng ý  [ ] sửa    Ký: ________________________

which, again                                          dài nhất 59 ký tự, 1 tin
    Nhắn số:
    1 {{when}}
    2 ...
    | Nhan so:
    | 1 {{when}}
    | 2 ...
    Dấu {marks[2]}    [ ] đồng ý  [ ] sửa    Ký: ________________________

sure                                                  dài nhất 25 ký tự, 1 tin
    Chắc không?
    1 Chắc
    2 Chưa
    | Chac khong?
    | 1 Chac
    | 2 Chua
    Dấu {marks[3]}    Đã ký: Nguyễn Thị Hạnh, 1/12/2026

told                                                  dài nhất 18 ký tự, 1 tin
    Gọi {{fact_hotline}}.
    | Goi {{fact_hotline}}.
    - khi xã chưa cho biết:
    Hỏi cán bộ xã.
    | Hoi can bo xa.
    Cần xã cho biết: {{fact_hotline}}
    Dấu {marks[4]}    [ ] đồng ý  [ ] sửa    Ký: ________________________

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


def test_a_page_has_every_wording_as_it_is_sent_its_cost_and_who_signed(
    tmp_path: Path, clock: FixedClock
) -> None:
    script = load(small_flows(tmp_path, why=flow_file(STEPS)))
    texts = [text for text in sheet_texts(script, "vi") if text.flow == "why"]
    signed = {texts[2].fingerprint: Signature("Nguyễn Thị Hạnh", clock.now())}
    (found,) = (page for page in sheet(script, signatures=signed).split("\f") if "(why, " in page)
    assert found == PAGE.format(marks=[page_mark(texts), *(text.mark for text in texts)])


@pytest.mark.parametrize(
    ("was", "becomes", "others"),
    [
        ("Chắc không?", "Chắc chưa?", {"sure"}),
        ('say: "Chắc"', 'say: "Rồi"', {"sure"}),
        ("{when}", "ngày {when}", {"which"}),
        ("Hỏi cán bộ xã", "Hỏi cán bộ", {"told"}),
        ("to: end no", "to: look", set()),
    ],
)
def test_a_text_has_another_fingerprint_when_any_word_of_it_is_changed(
    tmp_path: Path, was: str, becomes: str, others: set[str]
) -> None:
    def texts(folder: str, steps: str) -> dict[tuple[str, str], str]:
        script = load(small_flows(tmp_path / folder, why=flow_file(steps)))
        return {(text.step, text.slot): text.fingerprint for text in sheet_texts(script, "vi")}

    before, after = texts("before", STEPS), texts("after", STEPS.replace(was, becomes))
    assert {step for step, slot in before if before[step, slot] != after[step, slot]} == others
    assert len(set(before.values())) == len(before)


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
    told = [f"{flow.title} ({name}, vi)" for name, flow in script.flows.items() if name != "why"]
    assert titles == [*told, "Cụm từ ghép vào lời nhắn (phrases, vi)"]


def test_phrases_are_signed_as_texts_are_and_lose_it_when_changed(tmp_path: Path) -> None:
    script = load()
    page = sheet(script).split("\f")[-1]
    assert "làm được mức 2" in page
    (finishes,) = [
        one for one in sheet_texts(script, "vi") if (one.flow, one.step) == ("phrases", "finishes")
    ]
    assert finishes.mark in page
    (english,) = [one for one in sheet_texts(script, "en") if (one.flow, one.step) == ("phrases", "finishes")]
    assert (finishes.said, english.said) == ("làm được mức 2", "level 2 can be done")
    assert finishes.fingerprint != english.fingerprint


def test_the_shipped_sheet_fits_the_paper() -> None:
    script = load()
    for language in script.languages:
        assert max(map(len, sheet(script, language=language).splitlines())) <= WIDTH


def test_intents_are_listed_with_their_flows(tmp_path: Path) -> None:
    say = 'a:\n  say: "A"\n  to: end a'
    script = load(small_flows(tmp_path, why=flow_file(say, head="intents: [why, where]")))
    served = flows_by_intent(script)
    assert served == {**dict.fromkeys(INTENTS, "menu"), "where": "why", "why": "why"}
    assert list(served) == sorted(served)
