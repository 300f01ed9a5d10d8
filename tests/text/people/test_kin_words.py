"""helpdesk/text/people/kin_words.py: words of kin that are no name, whatever year stands behind them."""

import pytest

from helpdesk.text.people.kin_words import says_whose_kin


@pytest.mark.parametrize(
    "text",
    [
        "em trai",
        "con gái",
        "EM TRAI",
        "bà nội",
        "ong ngoai",
        "anh ruột",
        "con rể",
        "me minh",
        "vợ minh",
        "ck",
        "vk",
    ],
)
def test_it_says_what_somebody_is(text: str) -> None:
    assert says_whose_kin(text.split())


@pytest.mark.parametrize(
    "text",
    ["con minh", "con Minh", "mẹ Minh", "Minh", "chị Dậu", "Noi", "van trai", "Trãi", "y noi", "chau Lan"],
)
def test_it_may_be_a_name(text: str) -> None:
    assert not says_whose_kin(text.split())
