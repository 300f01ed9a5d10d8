"""helpdesk/conversation/leading/on_the_way/naming_done.py: "xong" where more names may follow."""

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.on_the_way.naming_done import naming_done


def test_where_consent_was_given_before_it_is_a_yes() -> None:
    assert naming_done("xong rồi", State("book", "confirm_more")) == Heard("choice", 0)


def test_where_consent_is_asked_it_is_none_and_the_question_is_repeated() -> None:
    said = naming_done("het roi a", State("book", "consent_part", {"party": 2}))
    assert said == Saying("book", "consent_part", Slot.AGAIN, {"party": 2})


def test_elsewhere_and_with_names_it_says_nothing() -> None:
    assert naming_done("xong", State("book", "who")) is None
    assert naming_done("xong", None) is None
    assert naming_done("Ho Van A 1985 xong", State("book", "confirm_more")) is None
