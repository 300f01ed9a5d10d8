"""Redaction: what must not be stored is gone, what is needed stays. All numbers here are invented samples."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.redaction import redact
from tests.text import vietnamese


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param("cccd 044190001234", "cccd ************", id="identity number"),
        pytest.param("so044190001234.", "so************.", id="identity number within a word"),
        pytest.param("044 190 001234 cua toi", "*** *** ****** cua toi", id="identity number in groups"),
        pytest.param("0441 9000 1234", "**** **** ****", id="identity number in fours"),
        pytest.param("044.190.001.234", "***.***.***.***", id="identity number with dots"),
        pytest.param("044\u00a0190\u00a0001234", "***\u00a0***\u00a0******", id="identity number with NBSP"),
        pytest.param("044,190,001,234", "***,***,***,***", id="identity number with commas"),
        pytest.param("044_190_001234", "***_***_******", id="identity number with underscores"),
        pytest.param(
            "044190\u200b001234", "******\u200b******", id="identity number with what cannot be seen"
        ),
        pytest.param("０４４１９０００１２３４", "************", id="identity number in wide digits"),
        pytest.param("٠٤٤١٩٠٠٠١٢٣٤", "************", id="identity number in digits of another script"),
        pytest.param(
            "1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e3",
            "*\ufe0f\u20e3" * 6,
            id="one-time code in emoji keys",
        ),
        pytest.param("006045123456", "************", id="identity number that looks like a foreign phone"),
        pytest.param("0441900012", "**********", id="identity number with two digits lost"),
        pytest.param("0441900012345", "*************", id="identity number with a digit too many"),
        pytest.param("cmnd 191234567", "cmnd *********", id="old identity number"),
        pytest.param("191 234 567", "*** *** ***", id="old identity number in groups"),
        pytest.param("ma 123456", "ma ******", id="one-time code"),
        pytest.param("G-123456", "G-******", id="one-time code with a letter"),
        pytest.param("otp 123 456", "otp *** ***", id="one-time code in groups"),
        pytest.param("12 34 56", "** ** **", id="one-time code in pairs"),
        pytest.param("1 2 3 4 5 6", "* * * * * *", id="one-time code digit by digit"),
        pytest.param("123456 0912345678", "****** 0912345678", id="one-time code before a phone number"),
        pytest.param("0912345678 123456", "0912345678 ******", id="one-time code after a phone number"),
        pytest.param("mat khau cua toi la 1234", "mat khau cua toi la ****", id="password of four digits"),
        pytest.param("Mật khẩu: 1234", "Mật khẩu: ****", id="password of four digits, with accents"),
        pytest.param("ma pin 4321 nhe", "ma pin **** nhe", id="pin"),
        pytest.param("passcode 1234567", "passcode *******", id="passcode"),
        pytest.param("mk: 12345678", "mk: ********", id="password shortened"),
        pytest.param("otp 8841", "otp ****", id="short one-time code"),
        pytest.param("ma 40725 mat khau 9876", "ma 40725 mat khau ****", id="password beside a code"),
    ],
)
def test_identity_numbers_and_codes_are_not_stored(text: str, stored: str) -> None:
    assert redact(text) == stored


@pytest.mark.parametrize(
    "text",
    [
        "goi 0912345678",
        "0912 345 678",
        "0912.345.678 1985",
        "(0912) 345678",
        "(+84) 912 345 678",
        "0912345678 (1985)",
        "(0232) 3822 222",
        "01621234567",
        "84912345678",
        "+84 912 345 678",
        "02323822222",
        "+856 20 5551 2345",
        "HUY 12345",
        "Ho Van A 1985, Ho Thi B 1990",
        "1985 1990 2001",
        "25/11/2026 25.11.2026 25-11-26 25.11.26",
        "thang 11 2026",
        "7h30-11h",
        "7.30 11.30 25.11",
        "150.000 dong, 150.000d, 150 000đ",
        "1900.0368",
        "1 2 3",
        "1,2,3,4,5,6",
        "12, 15, 18",
        "12345, 67890",
        "150,000,000d",
        "quen mat khau, goi 0912 345 678",
        "mat khau 8 ky tu",
        "mat khau 40725",
        "doi mat khau thu 6 ngay 4/12",
        "cho mk 1985",
        "Ho Van Pin 1985",
        "het pin 1985",
        "",
    ],
)
def test_phones_booking_codes_years_dates_and_money_stay(text: str) -> None:
    assert redact(text) == text


@given(vietnamese.texts() | st.text(alphabet="0123456789 .-+/ab", max_size=60))
def test_redaction_changes_digits_to_stars_and_nothing_else(text: str) -> None:
    redacted = redact(text)

    assert len(redacted) == len(text)
    assert all(
        after == before or (after == "*" and before.isdecimal())
        for before, after in zip(text, redacted, strict=True)
    )
    assert redact(redacted) == redacted


@given(
    st.from_regex(r"\A0[0-9]{11}\Z"),
    st.sampled_from(["", "cccd ", "so:", "Ho Van A 1985, "]),
    st.sampled_from(["", ".", " nhe"]),
)
def test_no_identity_number_survives(number: str, before: str, after: str) -> None:
    assert not re.search(r"\d{5,}", redact(before + number + after))


@given(st.from_regex(r"\A[0-9]{6}\Z"))
def test_no_code_survives(code: str) -> None:
    assert redact(f"ma {code}") == "ma ******"
