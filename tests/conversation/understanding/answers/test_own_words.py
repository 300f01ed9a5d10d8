"""helpdesk/conversation/understanding/answers/own_words.py: a question of the steps is answered in whatever words she has."""

import pytest

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.script.load import load
from helpdesk.conversation.understanding.answers.own_words import choice_in_own_words
from helpdesk.text.folding import matching_key
from tests.conversation.talk import asked, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service

SCRIPT = load()

WORDS = {
    ("who", 1): "cho toi|toi|nguoi lon|72 tuoi|chau 15 tuoi|for me",
    ("who", 2): "cho chau 8 tuoi|13 tuoi|con toi 6 tuoi",
    ("who", 3): "5 tuoi|be 3 tuoi",
    ("card", 1): "con|con han|the con han|van con dung duoc|moi lam|valid",
    ("card", 2): "het roi|het|het han roi|qua han lau roi|khong con han|the cu|expired",
    (
        "card",
        3,
    ): "chua co|chua|khong co|khong|khong co the|chua co a|chua lam|toi chua co can cuoc|mat roi|no|no card|không có thẻ",
    ("card", 4): "khong ro|khong biet|chua ro|khong nho|khong biet con han khong|not sure",
    ("sim", 1): "ten toi|cua toi|chinh chu|dung ten toi|toi|sim chinh chu|mine",
    (
        "sim",
        2,
    ): "cua vo|cua con trai toi|dung chung|dung chung voi chong|khong phai ten toi|ten nguoi khac|muon cua hang xom",
    ("sim", 3): "chua co|khong|chua|khong co|khong co sim|khong ro|chua co dien thoai",
    ("child_card", 1): "con han|con",
    ("child_card", 2): "chua co|het roi|chua|khong co the",
    ("child_sim", 1): "cua toi|ten me|cua bo",
    ("child_sim", 2): "cua ong|khong co|chua co|khong ro",
    ("parent", 1): "co|co roi|roi|toi co roi|lam roi",
    ("parent", 2): "chua|chua co|khong|khong co|chua lam",
}


@pytest.mark.parametrize(("step", "number"), WORDS)
def test_a_choice_is_chosen_by_other_words_for_it(step: str, number: int) -> None:
    ask = SCRIPT.structure.step("steps", step)
    assert isinstance(ask, Ask)
    said = WORDS[step, number].split("|")
    heard = {text: choice_in_own_words(matching_key(text), ask) for text in said}
    assert heard == dict.fromkeys(said, number - 1)


@pytest.mark.parametrize(
    "text", ["bao nhieu tien", "co", "the toi bi gay", "huy", "chua hieu", "dat cho", "menu", "1"]
)
def test_what_answers_nothing_is_left_to_others(text: str) -> None:
    ask = SCRIPT.structure.step("steps", "card")
    assert isinstance(ask, Ask)
    assert choice_in_own_words(matching_key(text), ask) is None


def test_no_other_question_is_answered_so() -> None:
    ask = SCRIPT.structure.step("book", "only_day")
    assert isinstance(ask, Ask)
    assert choice_in_own_words("chua co", ask) is None


@on_sqlite
@pytest.mark.parametrize(
    "way",
    [
        ("cho toi", "chua co", "khong", "khong co"),
        ("1", "khong co the", "chua co sim", "chua co"),
        ("toi", "het roi", "chua", "khong"),
    ],
)
def test_the_steps_go_on_to_their_end_without_a_number(service: Service, way: tuple[str, ...]) -> None:
    asks = []
    for text in ("BUOC", *way):
        say(service, text)
        asks.append(asked(service))
    assert asks[:4] == [("steps", "who"), ("steps", "card"), ("steps", "sim"), ("steps", "smartphone")]
    assert asks[4] == ("steps", "needs_both")


def test_the_steps_of_a_child_go_on_as_well(service: Service) -> None:
    say(service, "BUOC", "chau 8 tuoi", "chua co", "cua toi", "chua")
    assert asked(service) == ("steps", "child_needs_card")
