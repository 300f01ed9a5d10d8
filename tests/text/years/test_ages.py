"""helpdesk/text/years/ages.py: when somebody was born who is spoken of and not named."""

import pytest

from helpdesk.text.tokens import tokens_of
from helpdesk.text.years.ages import born_by_age


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("dat cho chau 5 tuoi ban tuoc", 2021),
        ("đặt cho mẹ tôi 70 tuổi", 1956),
        ("dat cho chau sinh 2021", 2021),
        ("dat cho chau sinh nam 2021", 2021),
        ("tre duoi 14 tuoi", None),
        ("chau 5 tuoi va chau 7 tuoi", None),
        ("dat cho 3 nguoi", None),
        ("nam 2026 co lam khong", None),
    ],
)
def test_an_age_is_a_birth_year(text: str, year: int | None) -> None:
    assert born_by_age(tokens_of(text), taken=(), this_year=2026) == year
