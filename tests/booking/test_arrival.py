"""helpdesk/booking/arrival.py"""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.booking.arrival import Band, band_of, bands, freed, spoken_numbers

HALF_PAST_SEVEN = datetime(2026, 12, 2, 0, 30, tzinfo=UTC)
"""7h30 in the communes."""

HOURS = st.integers(min_value=1, max_value=40).map(lambda quarters: timedelta(minutes=15 * quarters))
CAPACITY = st.integers(min_value=1, max_value=500)


def _at(hours: float) -> datetime:
    return HALF_PAST_SEVEN + timedelta(hours=hours)


def test_a_morning_for_twenty_has_three_bands() -> None:
    assert bands(_at(0), _at(3.5), 20) == (
        Band(_at(0), _at(1), 6),
        Band(_at(1), _at(2.5), 14),
        Band(_at(2.5), _at(3.5), 20),
    )


@pytest.mark.parametrize(
    ("hours", "capacity", "expected"),
    [
        pytest.param(1, 20, 1, id="one hour is one band"),
        pytest.param(3.5, 1, 1, id="one person needs one band"),
        pytest.param(8, 200, 6, id="a whole day"),
    ],
)
def test_how_many_bands(hours: float, capacity: int, expected: int) -> None:
    assert len(bands(_at(0), _at(hours), capacity)) == expected


@settings(max_examples=30)
@given(length=HOURS, capacity=CAPACITY)
def test_the_bands_are_the_hours_and_none_holds_more_than_its_share(length: timedelta, capacity: int) -> None:
    ends_at = HALF_PAST_SEVEN + length
    found = bands(HALF_PAST_SEVEN, ends_at, capacity)
    assert (found[0].starts_at, found[-1].ends_at, found[-1].last) == (HALF_PAST_SEVEN, ends_at, capacity)
    assert all(one.starts_at < one.ends_at for one in found)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(found))
    shares = [
        one.last - before for one, before in zip(found, [0, *(band.last for band in found)], strict=False)
    ]
    for band, share in zip(found, shares, strict=True):
        assert 0 < share < capacity * ((band.ends_at - band.starts_at) / length) + 1


@settings(max_examples=30)
@given(length=HOURS, capacity=CAPACITY)
def test_who_has_a_later_number_never_arrives_earlier(length: timedelta, capacity: int) -> None:
    found = bands(HALF_PAST_SEVEN, HALF_PAST_SEVEN + length, capacity)
    told = [band_of(number, found).starts_at for number in range(1, capacity + 1)]
    assert told == sorted(told)


def test_a_number_beyond_the_capacity_comes_with_the_last() -> None:
    found = bands(_at(0), _at(3.5), 20)
    assert band_of(31, found) == found[-1]


@pytest.mark.parametrize(
    ("wanted", "held", "expected"),
    [
        pytest.param(1, {1, 2, 4}, (3,), id="the first that is free"),
        pytest.param(2, {2, 4, 5, 8}, (6, 7), id="side by side before earlier"),
        pytest.param(2, {2, 4, 6, 7, 8}, (1, 3), id="close by where none are side by side"),
        pytest.param(2, {1, 2, 3, 4, 5, 6, 7}, (8,), id="fewer where there are no more"),
    ],
)
def test_numbers_given_back_are_handed_out_again(
    wanted: int, held: set[int], expected: tuple[int, ...]
) -> None:
    assert freed(wanted, held, 8) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((12,), "12"),
        ((14, 12, 13), "12-14"),
        ((3, 7, 8), "3, 7-8"),
        ((1, 3, 5, 7, 9), "1..."),
        ((0,), ""),
        ((), ""),
    ],
)
def test_numbers_in_short(numbers: tuple[int, ...], expected: str) -> None:
    assert spoken_numbers(numbers) == expected
