"""helpdesk/conversation/understanding/people/called_huy.py: whether Huy is who comes, or the word that cancels."""

import pytest

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.understanding.understand import Understood, understand
from tests.conversation.understanding.questions import END, WHO, answer, asking, wish


@pytest.mark.parametrize("text", ["ten Huy", "tên là Huy", "la huy", "toi ten la Huy"])
def test_whoever_says_that_it_is_the_name_is_called_huy(text: str) -> None:
    assert understand(text, WHO) == answer("named", [["Huy", None]])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Huy", answer("name_or_word", [["Huy", None]])),
        ("huy", answer("name_or_word", [["Huy", None]])),
        ("cho Huy", answer("name_or_word", [["Huy", None]])),
        ("HUY", wish("cancel")),
        ("hủy", wish("cancel")),
        ("xin huy", wish("cancel")),
        ("Huy 1990", answer("named", [["Huy", 1990]])),
        ("Mai", answer("named", [["Mai", None]])),
        ("Hen", answer("named", [["Hen", None]])),
    ],
)
def test_where_it_may_be_the_name_or_the_word_it_is_asked_back(text: str, meant: Understood) -> None:
    exits = {"named": END, "name_or_word": END}
    assert understand(text, asking(Ask("people", exits, keep="people"))) == meant
