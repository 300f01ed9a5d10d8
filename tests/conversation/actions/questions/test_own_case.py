"""What a resident's answers on the way through the steps come to."""

from itertools import product
from typing import Any, cast

import pytest

from helpdesk.conversation.actions.questions import own_case
from helpdesk.conversation.actions.questions.own_case import (
    ADULT,
    CHILD,
    EXPIRED,
    NONE,
    NOT_SURE,
    UNDER_SIX,
    VALID,
)
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.house import Scene
from helpdesk.conversation.rendering.values import speak
from helpdesk.conversation.script.load import load

SCRIPT = load()
NOBODY = cast(Scene, None)
"""These actions look at answers only."""

YES, NO = 0, 1


def adult(card: int, sim: int, smartphone: int) -> dict[str, int]:
    return {"my_who": ADULT, "my_card": card, "my_sim": sim, "my_smartphone": smartphone}


def child(card: int, sim: int, parent: int) -> dict[str, int]:
    return {"my_who": CHILD, "my_card": card, "my_sim": sim, "my_parent": parent}


@pytest.mark.parametrize(
    ("answers", "outcome", "bring"),
    [
        (adult(VALID, YES, YES), "ready", "thẻ căn cước, máy có SIM tên mình, email, giấy tờ khác nếu có"),
        (adult(NOT_SURE, YES, NO), "ready", "thẻ căn cước, máy có SIM tên mình, email, giấy tờ khác nếu có"),
        (adult(EXPIRED, YES, YES), "needs_card", "thẻ cũ, máy có SIM tên mình, email, giấy tờ khác nếu có"),
        (
            adult(NONE, YES, YES),
            "needs_card",
            "giấy tờ tùy thân đang có, máy có SIM tên mình, email, giấy tờ khác nếu có",
        ),
        (adult(VALID, NO, YES), "needs_sim", "thẻ căn cước, máy có SIM tên mình, email, giấy tờ khác nếu có"),
        (adult(VALID, 2, YES), "needs_sim", "thẻ căn cước, máy có SIM tên mình, email, giấy tờ khác nếu có"),
        (adult(NONE, 2, NO), "needs_both", "giấy tờ tùy thân đang có, điện thoại đang dùng"),
        (child(VALID, YES, YES), "child_ready", "thẻ căn cước của cháu, máy có SIM tên cha mẹ"),
        (child(NO, YES, NO), "child_needs_card", "giấy tờ của cháu đang có, máy có SIM tên cha mẹ"),
        (child(VALID, NO, YES), "child_needs_sim", "thẻ căn cước của cháu, máy có SIM tên cha mẹ"),
        (child(NO, NO, YES), "child_needs_both", "giấy tờ của cháu đang có, điện thoại đang dùng"),
    ],
)
def test_the_list_is_her_own(answers: dict[str, int], outcome: str, bring: str) -> None:
    happened = own_case.own_list(NOBODY, answers)
    assert (happened.outcome, speak(happened.facts["bring_list"], "vi", SCRIPT.phrases)) == (outcome, bring)


@pytest.mark.parametrize(
    ("answers", "then"),
    [
        (adult(VALID, YES, YES), "Có tin báo thì kích hoạt VNeID trong 7 ngày."),
        (adult(VALID, YES, NO), "Có tin báo thì nhờ cán bộ giúp kích hoạt, SIM để nguyên trong máy mình."),
        (child(VALID, YES, YES), "Sau đó cha mẹ xác nhận cho cháu trên VNeID."),
        (child(VALID, YES, NO), "Cha mẹ cũng nên làm mức 2 để xác nhận cho cháu."),
    ],
)
def test_what_comes_afterwards_depends_on_phone_or_parent(answers: dict[str, int], then: str) -> None:
    happened = own_case.own_list(NOBODY, answers)
    assert speak(happened.facts["next_step"], "vi", SCRIPT.phrases) == then


@pytest.mark.parametrize("language", SCRIPT.languages)
def test_no_list_is_longer_than_its_longest_value(language: str) -> None:
    cases = [
        own_case.own_list(NOBODY, case(card, sim, last)).facts
        for case, card, sim, last in product((adult, child), range(4), range(3), range(2))
    ]
    for name in ("bring_list", "next_step"):
        longest = SCRIPT.placeholders[name].longest[language]
        assert max(len(speak(facts[name], language, SCRIPT.phrases)) for facts in cases) == len(longest)


@pytest.mark.parametrize(
    ("answers", "begun", "question"),
    [
        ({}, None, "who"),
        ({"my_who": None, "my_card": None}, None, "who"),
        ({"my_who": ADULT}, 2, "card"),
        ({"my_who": ADULT, "my_card": NONE}, 3, "sim"),
        ({"my_who": ADULT, "my_card": NONE, "my_sim": 2}, 4, "smartphone"),
        (adult(VALID, YES, NO), 5, "list"),
        ({"my_who": CHILD}, 2, "child_card"),
        ({"my_who": CHILD, "my_card": VALID}, 3, "child_sim"),
        ({"my_who": CHILD, "my_card": VALID, "my_sim": YES}, 4, "parent"),
        (child(VALID, YES, NO), 5, "list"),
        ({"my_who": UNDER_SIX}, 2, "under_six"),
    ],
)
def test_who_comes_again_goes_on_where_she_was(
    answers: dict[str, Any], begun: int | None, question: str
) -> None:
    recalled = own_case.recall_case(NOBODY, answers)
    assert recalled.facts.get("step") == begun
    assert recalled.outcome == ("begun" if begun else "fresh")
    assert own_case.next_question(NOBODY, answers).outcome == question


def test_nothing_is_known_after_beginning_again() -> None:
    answers = adult(VALID, YES, NO)
    assert (
        own_case.recall_case(NOBODY, {**answers, **own_case.forget_case(NOBODY, answers).facts}).outcome
        == "fresh"
    )


def test_the_choices_stand_in_the_order_in_which_they_are_read() -> None:
    labels = {
        step: [label.sms for label in SCRIPT.flows["steps"].texts[step].labels]
        for step in ("who", "card", "sim", "smartphone", "child_card", "child_sim", "parent")
    }
    assert labels == {
        "who": ["Người 14 tuổi trở lên", "Trẻ 6 đến 13 tuổi", "Trẻ dưới 6 tuổi"],
        "card": ["Còn hạn", "Hết hạn", "Chưa có thẻ", "Không rõ"],
        "sim": ["Đứng tên mình", "Tên người khác, dùng chung", "Chưa có SIM, không rõ"],
        "smartphone": ["Có", "Không"],
        "child_card": ["Còn hạn", "Hết hạn, chưa có"],
        "child_sim": ["Đứng tên cha mẹ", "Tên người khác, không rõ"],
        "parent": ["Có rồi", "Chưa có"],
    }


def test_every_question_keeps_the_answer_that_is_looked_for() -> None:
    kept = {
        name: step.keep
        for name, step in SCRIPT.structure.flows["steps"].steps.items()
        if isinstance(step, Ask) and step.keep
    }
    assert kept == {
        "who": "my_who",
        "card": "my_card",
        "sim": "my_sim",
        "smartphone": "my_smartphone",
        "child_card": "my_card",
        "child_sim": "my_sim",
        "parent": "my_parent",
    }
