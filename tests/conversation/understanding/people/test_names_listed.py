"""helpdesk/conversation/understanding/people/names_listed.py: lists of names of two words, in lower case."""

import pytest

from helpdesk.conversation.understanding.people.names_listed import names_listed, said_about


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("va ho bay, ho tam, ho chin", ["Ho Bay", "Ho Tam", "Ho Chin"]),
        ("va ho be, ho ca", ["Ho Be", "Ho Ca"]),
        ("them 3 nguoi nua ho bon ho nam ho sau", ["Ho Bon", "Ho Nam", "Ho Sau"]),
        ("con 3 nguoi nua: ho bon, y nam, ho sau", ["Ho Bon", "Y Nam", "Ho Sau"]),
        ("ho bay", []),
        ("ho tro, ho ngheo", []),
        ("thu 6, thu 7", []),
        ("vang, dat di", []),
    ],
)
def test_a_list_is_one_where_every_name_begins_with_a_surname(text: str, names: list[str]) -> None:
    assert [name for name, _ in names_listed(text, this_year=2026)] == names


@pytest.mark.parametrize(
    ("name", "about"),
    [("Ho Thi Hai La", True), ("Ho Thi Hai Bang", True), ("Ho Thi Hai Yen", False), ("Ho Thi Hoa", False)],
)
def test_a_name_with_words_that_say_something_is_nobody_more(name: str, about: bool) -> None:
    assert said_about([[name, None]], [["Ho Thi Hai", 1952]]) is about
