"""helpdesk/conversation/actions/her_place/opening_by_code.py: a code from another phone, with a birth year."""

from helpdesk.booking.codes import is_code
from tests.conversation.talk import book, bookings_of, say, speaks, steps
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service

WHICH_YEAR = "cancel.which_year|my_booking.which_year|reschedule.which_year"


def _some_other_code(code: str) -> str:
    return next(f"{n}" for n in range(10_000, 100_000) if is_code(f"{n}") and f"{n}" != code)


def test_the_code_of_another_phone_asks_for_a_birth_year_and_then_opens(service: Service) -> None:
    code = book(service).code
    assert steps(say(service, code, who=PROXY)) == [WHICH_YEAR]
    assert steps(say(service, "1954", who=PROXY)) == ["my_booking.show"]
    assert steps(say(service, "2", who=PROXY)) == ["cancel.sure"]
    say(service, "1", who=PROXY)
    assert bookings_of(service, RESIDENT) == []


def test_both_in_one_text_open_it_at_once_and_it_can_be_moved(service: Service) -> None:
    booking = book(service)
    assert steps(say(service, f"{booking.code} 1954", who=PROXY)) == ["my_booking.show"]
    assert steps(say(service, "1", who=PROXY)) == ["reschedule.to_when"]
    assert steps(say(service, "1", who=PROXY)) == ["reschedule.moved"]
    (moved,) = bookings_of(service, RESIDENT)
    assert moved.opening.id != booking.opening.id


def test_who_guesses_learns_nothing(service: Service) -> None:
    code = book(service).code
    other = _some_other_code(code)
    told = {say(service, f"{tried} 1960", who=PROXY) for tried in (code, other, code)}
    assert [speaks(answer, "my_booking.unknown_code") for answer in told] == [True]
    # Three were in vain today: now the right year is not looked at either.
    assert speaks(say(service, f"{code} 1954", who=PROXY), "my_booking.unknown_code")


def test_what_was_opened_is_closed_with_the_conversation(service: Service) -> None:
    code = book(service).code
    say(service, f"{code} 1954", "3", who=PROXY)
    assert speaks(say(service, "XEM", who=PROXY), "my_booking.none_yet")


def test_her_own_code_needs_no_year(service: Service) -> None:
    code = book(service).code
    assert steps(say(service, code)) == ["my_booking.show"]
    assert steps(say(service, f"{code} 1954")) == ["my_booking.show"]


def test_cancelling_by_the_code_of_another_phone_asks_for_the_year_and_whether_she_is_sure(
    service: Service,
) -> None:
    code = book(service).code
    assert steps(say(service, f"huy ma {code}", who=PROXY)) == [WHICH_YEAR]
    assert steps(say(service, "1954", who=PROXY)) == ["cancel.sure"]
    assert len(bookings_of(service, RESIDENT)) == 1
    assert steps(say(service, "1", who=PROXY)) == ["cancel.gone"]
    assert bookings_of(service, RESIDENT) == []


def test_cancelling_and_moving_take_the_year_behind_the_code(service: Service) -> None:
    code = book(service).code
    assert steps(say(service, f"huy {code} 1954", "2", f"doi ma {code} sinh nam 1954", who=PROXY)) == [
        "reschedule.to_when"
    ]
    assert speaks(say(service, f"huy {code} 1960", who=PROXY), "cancel.unknown_code")
    assert len(bookings_of(service, RESIDENT)) == 1


def test_her_own_code_is_cancelled_without_a_year_or_with_it(service: Service) -> None:
    code = book(service).code
    assert [steps(say(service, f"huy {said}")) for said in (code, f"{code} 1954")] == [["cancel.sure"]] * 2


def test_who_says_no_instead_of_a_year_has_not_tried(service: Service) -> None:
    code = book(service).code
    assert [say(service, f"huy ma {code}", "thoi", who=PROXY) for _ in range(4)] == [
        "Vang, khong doi gi ca."
    ] * 4
    assert steps(say(service, f"huy {code} 1954", who=PROXY)) == ["cancel.sure"]


def test_her_own_code_of_a_day_that_is_over_asks_for_no_year(service: Service) -> None:
    booking = book(service)
    service.clock.set(booking.opening.ends_at)
    assert steps(say(service, f"huy ma {booking.code}")) == ["past_booking.gone_by"]
