"""helpdesk/text/years/spelled_years.py: birth years in words."""

import pytest

from helpdesk.text.years.spelled_years import years_in_digits


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ho van a bay hai", "ho van a 72"),
        ("Ho Thi B sinh nam tam lam", "Ho Thi B sinh nam 85"),
        ("Hồ Văn A sinh năm một chín tám lăm, Y Cuc sn 90", "Hồ Văn A sinh năm 1985, Y Cuc sn 90"),
        ("Y Cuc sinh nam tam muoi", "Y Cuc sinh nam 80"),
        ("Y Cuc sinh năm một nghìn chín trăm bảy mươi hai", "Y Cuc sinh năm 1972"),
        ("ho van a hai khong khong nam", "ho van a 2005"),
    ],
)
def test_a_year_in_words_is_the_year(text: str, plain: str) -> None:
    assert years_in_digits(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Ho Thi Bay",
        "Ho Van Nam, Bay, Tam",
        "bay hai",
        "ho thi hai ba nam",
        "thu bay hai nguoi",
        "sinh nam 85",
        "",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert years_in_digits(text) == text
