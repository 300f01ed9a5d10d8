"""helpdesk/booking/codes.py."""

from collections.abc import Iterator
from random import Random

import pytest

from helpdesk.booking.codes import is_code, new_code


def _codes() -> Iterator[str]:
    """A tenth of all codes, spread over all of them."""
    for number in range(10000, 100000):
        if number % 97 < 10 and is_code(str(number)):
            yield str(number)


def test_a_new_code_has_five_digits_does_not_begin_with_zero_and_checks() -> None:
    codes = [new_code() for _ in range(500)]
    assert all(is_code(code) and len(code) == 5 and code[0] != "0" for code in codes)
    assert len(set(codes)) > 400, "codes must not follow from one another"


def test_a_seed_draws_the_same_codes_again() -> None:
    first, second = Random(7), Random(7)
    assert [new_code(first) for _ in range(50)] == [new_code(second) for _ in range(50)]


def test_every_wrong_digit_is_noticed() -> None:
    slips = (
        code[:at] + digit + code[at + 1 :]
        for code in _codes()
        for at in range(5)
        for digit in "0123456789"
        if digit != code[at]
    )
    assert [slip for slip in slips if is_code(slip)] == []


def test_every_swap_of_neighbours_is_noticed() -> None:
    swaps = (
        code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        for code in _codes()
        for at in range(4)
        if code[at] != code[at + 1]
    )
    assert [swap for swap in swaps if is_code(swap)] == []


def test_one_in_ten_numbers_is_a_code() -> None:
    assert sum(is_code(f"{number}") for number in range(10000, 100000)) == 9000


@pytest.mark.parametrize("text", ["", "4072", "407251", "4072x", " 40725", "４0725", "²0725"])
def test_nothing_but_five_plain_digits_is_a_code(text: str) -> None:
    assert not is_code(text)
