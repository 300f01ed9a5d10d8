"""helpdesk/conversation/actions/making/booked_again.py: who has a place already is told so, kindly, and decides."""

from tests.conversation.talk import bookings_of, say, speaks, steps
from tests.support.builders import PROXY
from tests.support.service import Service
from tests.support.statements import statements_of

MAI, BA = "HO THI MAI 1954", "HO VAN BA 1960"


def _names(service: Service) -> list[list[str]]:
    return [[person.name for person in booking.people] for booking in bookings_of(service)]


def test_who_has_a_place_is_told_of_it_in_the_echo(service: Service) -> None:
    say(service, "DAT", "1", "1", MAI, "1")
    told = say(service, "DAT", "1", "2", "ho mai 1954")
    (booking,) = bookings_of(service)
    assert steps(told) == ["book.booked_before|book.some_booked_before"]
    assert f"Ho Thi Mai 1954 da co cho ma {booking.code}, thu tu 2/12." in told
    assert told.splitlines()[1:] == ["1 Van dat", "2 Thoi"]
    assert steps(say(service, "2")) == ["book.not_booked"]
    assert len(bookings_of(service)) == 1


def test_it_is_not_refused(service: Service) -> None:
    say(service, "DAT", "1", "1", MAI, "1", "DAT", "1", "2", MAI)
    assert speaks(say(service, "1"), "book.booked")
    assert _names(service) == [["Ho Thi Mai"], ["Ho Thi Mai"]]


def test_the_others_can_be_booked_alone(service: Service) -> None:
    say(service, "DAT", "1", "1", MAI, "1")
    told = say(service, "DAT", "1", "2", f"{MAI}, {BA}")
    assert told.splitlines()[1:] == ["1 Van dat", "2 Thoi", "3 Chi dat cho nguoi khac"]
    assert steps(say(service, "3")) == ["book.confirm"]
    assert speaks(say(service, "1"), "book.booked")
    assert _names(service) == [["Ho Thi Mai"], ["Ho Van Ba"]]


def test_of_another_phones_booking_nothing_is_told(service: Service) -> None:
    say(service, "DAT", "1", "1", MAI, "1", who=PROXY)
    say(service, "DAT", "1", "1", BA, "1")
    assert steps(say(service, "DAT", "1", "2", MAI)) == ["book.confirm"]


def test_to_look_asks_the_database_one_thing_more_whatever_she_has_booked(service: Service) -> None:
    def echo(name: str) -> int:
        with statements_of(service.engine) as seen:
            say(service, f"dk {name} 1954 trung tam xa thuong trach thu 6")
        return len(seen)

    say(service, "menu")
    first = echo("Ho Thi Mai")
    say(service, "1")
    known = [echo("Ho Thi Tu")]
    say(service, "1")
    known.append(echo("Ho Thi Mai"))
    assert known == [first + 1] * 2
