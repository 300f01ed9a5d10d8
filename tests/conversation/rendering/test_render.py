"""helpdesk/conversation/rendering/render.py: variants, languages, numbers, facts, folding."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.rendering.render import MAX_SEGMENTS, Manner, render, render_messages
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.text.segments import measure
from tests.support.small_flows import SMALL_ENGLISH, flow_file, small_flows

STEPS = """
asked:
  ask: { sms: "Bà con đến {place}?", ussd: "Đến {place}?", one_way: "Hẹn ở {place}." }
  again: "Xin nhắn số:"
  choices:
    - { say: "Có đến", to: told }
    - { say: { sms: "Gọi {fact_hotline}", fallback: "Hỏi xã" }, to: told }
which:
  ask: "Nơi nào?"
  options: places
  option: "{place}, {when}"
  exits: { chosen: told }
told:
  say: { sms: "Vâng – gọi {fact_hotline}.", fallback: "Vâng – hỏi xã." }
  to: call
call:
  say: { sms: "Cảm ơn.", one_way: "Gọi {fact_hotline}.", fallback: "Gọi xã." }
  to: end told
"""
ENGLISH = """
asked:
  ask: { sms: "Coming to {place}?", ussd: "To {place}?", one_way: "Booked at {place}." }
  again: "Text a number:"
  choices:
    - "Coming"
    - { sms: "Call {fact_hotline}", fallback: "Ask us" }
which: { ask: "Which?", option: "{place}, {when}" }
told: { say: { sms: "All right, call {fact_hotline}.", fallback: "All right, ask us." } }
call: { say: { sms: "Thank you.", one_way: "Call {fact_hotline}.", fallback: "Call us." } }
"""
PLACE = {"place": {"place": ["village", "Cà Roòng 1"]}}


@pytest.fixture
def script(tmp_path: Path) -> Script:
    english = {"languages/en/why": ENGLISH, **SMALL_ENGLISH}
    return load(small_flows(tmp_path, why=flow_file(STEPS), **english))


def facts() -> Mapping[str, str]:
    return {"hotline": "0232.3999.999"}


def no_facts() -> Mapping[str, str]:
    return {}


def asked(slot: Slot = Slot.ASK) -> Saying:
    return Saying("why", "asked", slot, PLACE)


@pytest.mark.parametrize(
    ("manner", "text"),
    [
        pytest.param(
            Manner(),
            "Ba con den ban Ca Roong 1?\n1 Co den\n2 Goi 0232.3999.999",
            id="folded, as texts are sent",
        ),
        pytest.param(
            Manner(accents=True),
            "Bà con đến bản Cà Roòng 1?\n1 Có đến\n2 Gọi 0232.3999.999",
            id="as the contact asked",
        ),
        pytest.param(Manner(mode="ussd"), "Den ban Ca Roong 1?\n1 Co den\n2 Goi 0232.3999.999", id="on USSD"),
        pytest.param(Manner(two_way=False), "Hen o ban Ca Roong 1.", id="where nobody can reply"),
        pytest.param(
            Manner("en"),
            "Coming to Ca Roong 1 village?\n1 Coming\n2 Call 0232.3999.999",
            id="in another language",
        ),
        pytest.param(
            Manner("bru"),
            "Ba con den ban Ca Roong 1?\n1 Co den\n2 Goi 0232.3999.999",
            id="in one that is not offered",
        ),
    ],
)
def test_a_question_is_worded_as_the_contact_is_spoken_to(script: Script, manner: Manner, text: str) -> None:
    assert render(script, [asked()], manner, facts) == text


def test_asking_again_has_its_own_words_and_the_same_choices(script: Script) -> None:
    assert render(script, [asked(Slot.AGAIN)], Manner(), no_facts) == "Xin nhan so:\n1 Co den\n2 Hoi xa"


def test_without_words_of_its_own_the_question_is_repeated(script: Script) -> None:
    line = {"value": 7, "facts": {"place": "A", "when": "B"}}
    again = Saying("why", "which", Slot.AGAIN, {"places": [line]})
    assert render(script, [again], Manner(), no_facts) == "Noi nao?\n1 A, B"


def test_a_list_is_numbered_and_each_line_worded_from_its_own_facts(script: Script) -> None:
    lines = [
        {"value": 7, "facts": {**PLACE, "when": {"date": "2026-12-02"}}},
        {"value": 8, "facts": {"place": {"place": ["village", "Y Leng"]}, "when": {"date": "2026-12-04"}}},
        {"value": 9, "facts": {"place": "x", "when": "x"}, "hidden": True},
    ]
    text = render(
        script, [Saying("why", "which", Slot.ASK, {"places": lines, "place": "y"})], Manner(), no_facts
    )
    assert text == "Noi nao?\n1 ban Ca Roong 1, thu tu 2/12\n2 ban Y Leng, thu sau 4/12"


@pytest.mark.parametrize(
    ("known", "text"),
    [(facts, "Vang - goi 0232.3999.999."), (no_facts, "Vang - hoi xa.")],
    ids=["known", "not known"],
)
def test_a_fact_is_said_where_the_commune_has_said_it(script: Script, known: object, text: str) -> None:
    assert callable(known)
    assert render(script, [Saying("why", "told", Slot.SAY, {})], Manner(), known) == text


@pytest.mark.parametrize(
    ("two_way", "known", "text"),
    [(True, no_facts, "Cam on."), (False, facts, "Goi 0232.3999.999."), (False, no_facts, "Goi xa.")],
)
def test_only_a_variant_that_names_a_fact_needs_it(
    script: Script, two_way: bool, known: object, text: str
) -> None:
    assert callable(known)
    assert render(script, [Saying("why", "call", Slot.SAY, {})], Manner(two_way=two_way), known) == text


def test_facts_are_not_asked_for_where_none_is_said(script: Script) -> None:
    def unasked() -> Mapping[str, str]:
        raise AssertionError("facts cost a query")

    assert render(script, [Saying("why", "call", Slot.SAY, {})], Manner(), unasked) == "Cam on."


def test_all_that_a_turn_says_is_one_message(script: Script) -> None:
    said = [Saying("why", "told", Slot.SAY, {}), Saying("why", "call", Slot.SAY, {})]
    assert render(script, said, Manner("en"), no_facts) == "All right, ask us.\nThank you."


def test_nothing_said_is_nothing_sent(script: Script) -> None:
    assert render(script, [], Manner(), no_facts) == ""


def test_dashes_and_quotes_never_make_a_text_dearer(script: Script) -> None:
    assert (
        render(script, [Saying("why", "told", Slot.SAY, {})], Manner(accents=True), no_facts)
        == "Vâng - hỏi xã."
    )


def test_no_letter_of_a_value_makes_a_text_dearer(script: Script) -> None:
    place = {"place": {"place": ["village", "Ta Лeng 字 1"]}}
    said = [Saying("why", "asked", Slot.ASK, place)]
    text = render(script, said, Manner(), facts)
    assert text.startswith("Ba con den ban Ta eng 1?")
    assert measure(text).encoding == "GSM-7"


def test_a_step_that_the_script_has_no_more_is_refused(script: Script) -> None:
    with pytest.raises(KeyError):
        render(script, [Saying("why", "gone", Slot.SAY, {})], Manner(), no_facts)


def test_what_does_not_fit_into_two_segments_together_is_two_messages(script: Script) -> None:
    short, long = Saying("why", "call", Slot.SAY, {}), Saying("why", "told", Slot.SAY, {})
    many = [short] * 40

    messages = render_messages(script, [*many, long], Manner(), no_facts)

    assert [measure(message).segments <= MAX_SEGMENTS for message in messages] == [True, True]
    assert "\n".join(messages) == render(script, [*many, long], Manner(), no_facts)


def test_what_fits_together_is_one_message_and_silence_is_none(script: Script) -> None:
    said = [Saying("why", "told", Slot.SAY, {}), Saying("why", "call", Slot.SAY, {})]

    assert render_messages(script, said, Manner("en"), no_facts) == ("All right, ask us.\nThank you.",)
    assert render_messages(script, [], Manner(), no_facts) == ()
