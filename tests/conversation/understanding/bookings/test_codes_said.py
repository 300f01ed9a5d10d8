"""helpdesk/conversation/understanding/bookings/codes_said.py: wishes about the booking that has a code."""

import pytest

from helpdesk.booking.codes import is_code
from helpdesk.conversation.understanding.bookings.codes_said import code_in, code_wish

CODE = "32018"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (f"huy ma {CODE}", "cancel"),
        (f"huy {CODE}", "cancel"),
        (f"can bo oi cho toi huy cho ma so {CODE} voi a", "cancel"),
        (f"doi ngay {CODE}", "reschedule"),
        (f"xem {CODE}", "my_booking"),
        (f"ma dat cho cua toi la {CODE}", "my_booking"),
        (CODE, "my_booking"),
    ],
)
def test_a_booking_is_named_by_its_code(text: str, intent: str) -> None:
    assert code_wish(text) == (intent, CODE)


def test_the_code_of_these_tests_is_one() -> None:
    assert is_code(CODE)


def test_a_slip_in_a_code_is_handed_over_where_a_word_says_that_it_is_one() -> None:
    slip = CODE[:-1] + str((int(CODE[-1]) + 1) % 10)
    assert code_wish(f"huy ma {slip}") == ("cancel", slip)
    assert code_wish(f"ma {slip}") == ("my_booking", slip)
    assert code_wish(slip) is None


@pytest.mark.parametrize(
    "text", ["", "nop 50000", "doi 50000 dong", "huy cho 3 nguoi", "huy", "xem " * 400 + "1"]
)
def test_other_numbers_are_no_codes(text: str) -> None:
    assert code_wish(text) is None


def test_one_code_among_other_words_is_found() -> None:
    assert code_in(f"huy giup toi cai ma {CODE} hom qua dat") == CODE
    assert code_in("toi co 3 con") is None
