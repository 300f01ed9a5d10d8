"""helpdesk/conversation/actions/making/phones_said.py: a number beside a name is hers; she is told on it, and once."""

import pytest

from helpdesk.booking.persons.own_phones import MOST_BOOKED, MOST_GIVEN, phones_of
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.text.segments import measure
from tests.conversation.talk import book, bookings_of, contact_of, say, speaks, steps, written
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.service import Service
from tests.support.statements import statements_of

HER = Someone("Hồ Thị Năm", "+84912345677")
ASK = "dk Ho Van Doan 1979, Ho Thi Nam 1990 0912345677 trung tam thuong trach thu 6"


@pytest.fixture(autouse=True)
def _known(service: Service) -> None:
    book(service, names="Ho Thi Tu 1962", who=PROXY)


def phones(service: Service, who: Someone = PROXY) -> dict[str, str]:
    """The own phones of those whom somebody booked last."""
    booking = max(bookings_of(service, who), key=lambda one: one.id)
    names = {person.id: person.name for person in booking.people}
    with service.engine.connect() as db:
        return {names[person]: number for person, number in phones_of(db, [booking.id]).items()}


def test_a_number_beside_a_name_stands_in_the_echo_and_she_is_told_when_it_is_booked(
    service: Service,
) -> None:
    echo = say(service, ASK, who=PROXY)
    assert steps(echo) == ["book.confirm"]
    assert "Ho Van Doan 1979, Ho Thi Nam 1990 (0912345677), " in echo
    assert measure(echo).segments == 1
    assert service.sweep("remind") == 0
    assert speaks(say(service, "1", who=PROXY), "book.booked")
    assert phones(service) == {"Ho Thi Nam": HER.phone}
    assert service.sweep("remind") == 1
    (told,) = written(service, "notice", HER)
    assert told.startswith("Ho Thi Nam 1990 duoc dat cho: thu sau 4/12")


def test_who_books_by_steps_may_write_it_too(service: Service) -> None:
    echo = say(service, "DAT", "1", "2", "Ho Van Doan 1979, Ho Thi Nam 1990 0912 345 677", who=PROXY)
    assert "(0912345677)" in echo
    say(service, "1", who=PROXY)
    assert phones(service) == {"Ho Thi Nam": HER.phone}


def test_where_there_is_no_room_the_end_of_a_number_is_enough(service: Service) -> None:
    names = "Ho Van Doan 1979 0912345678, Ho Thi Nam 1990 0912345677"
    echo = say(service, "DAT", "1", "2", names, who=PROXY)
    assert "Ho Van Doan 1979 (..678), Ho Thi Nam 1990 (..677), " in echo


def test_who_says_no_to_the_echo_has_had_nobody_texted(service: Service) -> None:
    say(service, ASK, "2", who=PROXY)
    assert (service.sweep("remind"), written(service, "notice", HER)) == (0, [])


def test_the_phone_that_writes_is_no_other(service: Service) -> None:
    echo = say(service, ASK.replace("0912345677", PROXY.phone), who=PROXY)
    assert "(" not in echo
    say(service, "1", who=PROXY)
    assert phones(service) == {}


def test_a_first_contact_consents_before_anybody_is_texted(service: Service) -> None:
    assert steps(say(service, ASK)) == ["book.consent"]
    assert service.sweep("remind") == 0
    say(service, "1")
    assert phones(service, RESIDENT) == {"Ho Thi Nam": HER.phone}


def test_a_number_that_is_told_of_too_much_is_not_told_and_whoever_books_hears_so(service: Service) -> None:
    for _ in range(MOST_BOOKED):
        assert speaks(say(service, ASK, "1", who=PROXY), "book.booked")
    told = say(service, ASK, "1", who=PROXY)
    assert steps(told) == ["book.booked_untold"]
    assert (measure(told).segments <= 2, phones(service)) == (True, {})


@pytest.mark.parametrize(
    "asks",
    [("XEM", "4", "3", "Ho Thi Nam 1990 0912 345 677"), ("them Ho Thi Nam 1990 0912345677",)],
    ids=["asked who joins", "in one text"],
)
def test_who_joins_may_have_a_number_beside_the_name_too(service: Service, asks: tuple[str, ...]) -> None:
    echo = say(service, *asks, who=PROXY)
    assert (steps(echo), "Ho Thi Nam 1990 (0912345677)" in echo) == (["booking_more.join_them"], True)
    assert (service.sweep("remind"), phones(service)) == (0, {})
    assert speaks(say(service, "1", who=PROXY), "booking_more.joined")
    assert phones(service) == {"Ho Thi Nam": HER.phone}
    assert service.sweep("remind") == 1
    assert written(service, "notice", HER)[0].startswith("Ho Thi Nam 1990 duoc dat cho")


def test_of_one_who_joins_and_one_of_the_same_name_who_is_there_the_number_is_of_who_joins(
    service: Service,
) -> None:
    say(service, "XEM", "4", "3", "Ho Thi Tu 1988 0912345677", "1", who=PROXY)
    (booking,) = bookings_of(service, PROXY)
    with service.engine.connect() as db:
        assert phones_of(db, [booking.id]) == {booking.people[1].id: HER.phone}


def test_a_number_of_who_joins_that_is_told_of_too_much_is_not_told_and_that_is_said(
    service: Service,
) -> None:
    for _ in range(MOST_BOOKED):
        say(service, ASK, "1", who=RESIDENT)
        say(service, "1", who=RESIDENT)
    told = say(service, "them Ho Thi Nam 1990 0912345677", "1", who=PROXY)
    assert (steps(told), phones(service)) == (["booking_more.joined_untold"], {})


def test_who_waits_may_write_it_too(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(openings.update().values(taken=openings.c.capacity))
    names = "Ho Van Doan 1979, Ho Thi Nam 1990 0912345677"
    told = say(service, "dat trung tam thuong trach thu 6", "2", names, who=PROXY)
    assert (speaks(told, "wait.waiting"), phones(service)) == (True, {})
    with service.engine.connect() as db:
        (waiting,) = waits_of(db, contact_of(service, PROXY).id, now=service.clock.now())
    assert waiting.phones == {1: HER.phone}


def test_numbers_cost_the_same_however_many_there_are(service: Service) -> None:
    costs = []
    for persons in (1, MOST_GIVEN // 2):
        names = ", ".join(f"Ho Van {'ABCDEGHIK'[n]} {1950 + n} 091234570{n}" for n in range(persons))
        say(service, "DAT", "1", "2", names, who=PROXY)
        with statements_of(service.engine) as seen:
            assert speaks(say(service, "1", who=PROXY), "book.booked")
        costs.append(len(seen))
        assert len(phones(service)) == persons
    assert costs == [costs[0]] * 2
    assert costs[0] <= 20
