"""helpdesk/text/people/whole_names.py: whether a text is names, so that it is no yes, no "no" and no command."""

import pytest

from helpdesk.text.people.whole_names import names_somebody, only_names


@pytest.mark.parametrize(
    "text",
    [
        "Ho Thi Co",
        "hồ cò",
        "Hồ Thị Dạ",
        "Y Da",
        "HO THI U",
        "va Ho Van Vang, Ho Thi Co",
        "con Y Co",
        "Ho Thi Va, Y Va và Y Co",
        "ho thi co ho thi da",
        "Mai Thi Co",
        "ho bay, ho tam, ho chin",
    ],
)
def test_whole_names_are_names_and_nothing_else(text: str) -> None:
    assert (names_somebody(text), only_names(text)) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "mai thi duoc",
        "do khong",
        "Ho Thi Co. dong y",
        "xin ghi Ho Thi Co voi",
        "Ho Thi Co 1990, Ho Thi Da",
    ],
)
def test_what_may_be_a_name_or_has_one_in_it_is_not_only_names(text: str) -> None:
    assert (names_somebody(text), only_names(text)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "y kien",
        "họ có",
        "bo y nuong",
        "họ thì được",
        "ho dong y dat",
        "toi khong dong y dau",
        "dat ho toi",
        "lam on dong y",
        "y 2",
        "dong y",
        "",
        "?",
        "co",
    ],
)
def test_sentences_have_no_name_in_them(text: str) -> None:
    assert (names_somebody(text), only_names(text)) == (False, False)
