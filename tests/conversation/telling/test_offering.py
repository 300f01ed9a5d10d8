"""helpdesk/conversation/telling/offering.py: what is free is offered to who waits, once, in one way, by day."""

from datetime import datetime, timedelta

import pytest

from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.openings import Opening, from_day, opening
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.booking.services import Service as Asked
from helpdesk.booking.tables import openings as openings_table
from helpdesk.booking.waiting_list.answering import accept
from helpdesk.booking.waiting_list.holding import due, end_due
from helpdesk.booking.waiting_list.offers import Offer, held_in
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.clock import local_date
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.people.contacts import change, hold
from helpdesk.people.tables import Reach
from helpdesk.places.tables import PlaceKind
from helpdesk.tickets.calls import open_calls
from tests.conversation.talk import asked, bookings_of, contact_of, count, say, steps, written
from tests.support.at_once import at_once
from tests.support.builders import LEADER, PROXY, RESIDENT, Someone
from tests.support.recount import miscounted
from tests.support.service import Service

ASK = "dk ho thi mai 1954 trung tam xa thuong trach thu 4"


@pytest.fixture(name="visit")
def full_visit(service: Service) -> Opening:
    """Wednesday at the centre of Thượng Trạch; nobody is booked, and there is no place."""
    with service.engine.begin() as db:
        today = local_date(service.clock.now())
        coming = from_day(db, today + timedelta(days=1), at_most=9)
        found = next(
            one
            for one in coming
            if (one.commune, one.place_kind) == ("Thượng Trạch", PlaceKind.CENTRE) and one.capacity > 0
        )
        db.execute(
            openings_table.update()
            .where(openings_table.c.id == found.id)
            .values(capacity=1, taken=1, numbered=1)
        )
        return opening(db, found.id)


def full(service: Service, visit: Opening, *, capacity: int, taken: int) -> None:
    with service.engine.begin() as db:
        change_to = {"capacity": capacity, "taken": taken, "numbered": taken}
        db.execute(openings_table.update().where(openings_table.c.id == visit.id).values(change_to))


def wait(service: Service, who: Someone = RESIDENT) -> None:
    """She finds it full and puts her name down."""
    answer = say(service, ASK, who=who)
    assert "book.full_day" in steps(answer), answer
    told = say(service, answer.splitlines()[-1].split()[0], who=who)
    if steps(told) == ["wait.consent"]:
        told = say(service, "1", who=who)
    assert steps(told) == ["wait.waiting"], told


def held(service: Service, visit: Opening) -> list[Offer]:
    with service.engine.connect() as db:
        return held_in(db, visit.id)


def offered_to(service: Service, visit: Opening) -> list[str]:
    numbers = {contact_of(service, who).id: who.phone for who in (RESIDENT, PROXY, LEADER)}
    return [numbers[offer.contact_id] for offer in held(service, visit)]


def test_the_first_is_offered_what_came_free_and_nobody_else(service: Service, visit: Opening) -> None:
    wait(service)
    wait(service, PROXY)
    assert service.sweep("offers") == 0
    full(service, visit, capacity=2, taken=1)
    assert [service.sweep("offers"), service.sweep("offers")] == [1, 0]
    assert offered_to(service, visit) == [RESIDENT.phone]
    assert (len(written(service, "notice")), asked(service)) == (1, ("offer", "offered"))
    assert steps(say(service, "1")) == ["offer.booked"]
    assert [booking.opening.id for booking in bookings_of(service)] == [visit.id]
    assert service.sweep("offers") == 0


@pytest.mark.parametrize(
    ("services", "waits_for", "booked"),
    [
        (["level2", "level2_card"], Asked.LEVEL2_CARD, Asked.LEVEL2_CARD),
        # Nobody waits for what is not done there: she is booked for what is.
        (["level2"], None, Asked.LEVEL2),
    ],
)
def test_who_has_told_that_she_needs_a_card_waits_for_that_where_it_is_made(
    service: Service, visit: Opening, services: list[str], waits_for: Asked | None, booked: Asked
) -> None:
    with service.engine.begin() as db:
        db.execute(openings_table.update().values(services=services))
    # 14 or older, her card has expired, the SIM is somebody else's, no smartphone.
    assert steps(say(service, "BUOC", "1", "2", "2", "2")) == ["steps.needs_both"]
    wait(service)
    with service.engine.connect() as db:
        (waiting,) = waits_of(db, contact_of(service).id, now=service.clock.now())
    assert waiting.service is waits_for
    full(service, visit, capacity=2, taken=1)
    assert service.sweep("offers") == 1
    assert steps(say(service, "1")) == ["offer.booked"]
    assert [booking.service for booking in bookings_of(service)] == [booked]


def test_many_sweeps_at_once_make_one_offer_for_a_place(service: Service, visit: Opening) -> None:
    for who in (RESIDENT, PROXY, LEADER):
        wait(service, who)
    full(service, visit, capacity=3, taken=1)
    assert sum(at_once(4, lambda _number: service.sweep("offers"))) == 2
    assert offered_to(service, visit) == [RESIDENT.phone, PROXY.phone]
    assert count(service, outbound_messages, outbound_messages.c.kind == "notice") == 2


def test_a_yes_and_the_end_of_its_time_at_once_give_the_places_once(service: Service, visit: Opening) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    (offer,) = held(service, visit)
    service.clock.set(offer.until)

    def race(number: int) -> None:
        with service.engine.begin() as db:
            if number:
                end_due(db, offer.id, now=service.clock.now())
            else:
                hold(db, offer.contact_id)
                settings = service.runtime.settings
                accept(
                    db,
                    offer.id,
                    contact_id=offer.contact_id,
                    now=service.clock.now(),
                    timetable=settings.timetable,
                )

    at_once(2, race)
    assert len(bookings_of(service)) == 1
    with service.engine.connect() as db:
        assert opening(db, visit.id).taken == 2


@pytest.mark.parametrize("hour", [6, 21])
def test_nothing_is_offered_at_night(service: Service, visit: Opening, hour: int) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.clock.set(datetime(2026, 12, 1 if hour == 21 else 2, hour, 30))  # noqa: DTZ001 - commune time
    assert service.sweep("offers") == 0


def test_who_does_not_read_is_rung(service: Service, visit: Opening) -> None:
    wait(service)
    contact_id = contact_of(service).id
    with service.engine.begin() as db:
        change_reach(db, hold(db, contact_id), Reach.CALL, now=service.clock.now())
    full(service, visit, capacity=2, taken=1)
    assert service.sweep("offers") == 1
    (offer,) = held(service, visit)
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, open_calls(db, now=service.clock.now()))
    assert (spoken.names, spoken.call.due_by, "7h30-11h" in spoken.words) == (
        ("Ho Thi Mai",),
        offer.until,
        True,
    )
    assert written(service, "notice") == []
    service.clock.set(offer.until)
    service.sweep("offers")
    with service.engine.connect() as db:
        assert open_calls(db, now=service.clock.now() - timedelta(hours=1)) == []


def test_who_cannot_reply_is_told_whom_to_call(service: Service, visit: Opening) -> None:
    wait(service)
    with service.engine.begin() as db:
        db.execute(gateways.update().values(two_way=False))
    full(service, visit, capacity=2, taken=1)
    assert service.sweep("offers") == 1
    (told,) = written(service, "notice")
    assert ("Nhan cho: goi can bo xa." in told, "1 Nhan" in told, asked(service)) == (True, False, None)


def test_what_is_called_off_is_taken_back_and_another_day_offered_instead(
    service: Service, visit: Opening
) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    with service.engine.begin() as db:
        db.execute(openings_table.update().where(openings_table.c.id == visit.id).values(state="cancelled"))
        assert due(db, now=service.clock.now(), at_most=9) != []
    assert service.sweep("offers") == 1
    m = outbound_messages.c
    assert count(service, outbound_messages, m.kind == "notice", m.state == "dropped") == 1
    assert "thu sau 4/12" in written(service, "notice")[-1]
    assert steps(say(service, "1")) == ["offer.booked"]
    (booking,) = bookings_of(service)
    assert booking.opening.starts_at > visit.starts_at


def test_who_books_another_day_when_her_offer_is_gone_is_asked_for_names(
    service: Service, visit: Opening
) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    service.clock.advance(timedelta(hours=5))
    service.sweep("offers")
    full(service, visit, capacity=1, taken=1)
    assert steps(say(service, "1")) == ["offer.gone"]
    assert steps(say(service, "1")) == ["book.where"]
    assert steps(say(service, "1")) == ["book.which_opening"]
    assert steps(say(service, "1")) == ["book.who"]
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.confirm"]


def test_consent_that_was_withdrawn_is_asked_for_again(service: Service, visit: Opening) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    contact_id = contact_of(service).id
    with service.engine.begin() as db:
        change(db, contact_id, consented_at=None)
    assert steps(say(service, "1")) == ["offer.consent"]
    assert (bookings_of(service), len(held(service, visit))) == ([], 1)
    assert steps(say(service, "1")) == ["offer.booked"]
    assert contact_of(service).consented_at is not None


def test_who_has_booked_herself_meanwhile_is_asked_before_she_has_two(
    service: Service, visit: Opening
) -> None:
    wait(service)
    assert steps(say(service, "dk ho thi mai 1954 trung tam xa thuong trach thu 6", "1"))[0] == "book.booked"
    full(service, visit, capacity=3, taken=1)
    assert service.sweep("offers") == 1
    (own,) = bookings_of(service)
    asked_back = say(service, "1")
    assert (steps(asked_back), own.code in asked_back) == (["offer.booked_before"], True)
    assert (len(bookings_of(service)), len(held(service, visit))) == (1, 1)
    assert steps(say(service, "1")) == ["offer.booked"]
    assert len(bookings_of(service)) == 2


def test_a_yes_while_the_day_is_held_back_is_told_to_wait_and_loses_no_place(
    service: Service, visit: Opening
) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    own = openings_table.update().where(openings_table.c.id == visit.id)
    with service.engine.begin() as db:
        db.execute(own.values(state="changing"))
    assert steps(say(service, "1")) == ["offer.changing"]
    with service.engine.begin() as db:
        db.execute(own.values(state="open"))
    assert (bookings_of(service), len(held(service, visit))) == ([], 1)
    say(service, "XEM")
    assert asked(service) == ("offer", "offered")
    assert steps(say(service, "1")) == ["offer.booked"]


def test_who_asks_to_be_erased_waits_for_nothing(service: Service, visit: Opening) -> None:
    wait(service)
    full(service, visit, capacity=2, taken=1)
    service.sweep("offers")
    say(service, "XOA", "1")
    contact_id = contact_of(service).id
    with service.engine.connect() as db:
        assert waits_of(db, contact_id, now=service.clock.now()) == []
        assert (held_in(db, visit.id), opening(db, visit.id).taken) == ([], 1)


def test_more_places_are_offered_to_who_waits(service: Service, visit: Opening) -> None:
    wait(service)
    with service.engine.begin() as db:
        assert raise_capacity(db, visit.id, 2, now=service.clock.now())
    assert service.sweep("offers") == 1


def test_the_counters_are_right_afterwards(service: Service, visit: Opening) -> None:
    full(service, visit, capacity=2, taken=0)
    for who in (RESIDENT, PROXY):
        say(service, ASK, "1", "1", who=who)
    wait(service, LEADER)
    say(service, "HUY", "1", who=PROXY)
    assert service.sweep("offers") == 1
    with service.engine.connect() as db:
        assert miscounted(db) == []
    say(service, "1", who=LEADER)
    with service.engine.connect() as db:
        assert (opening(db, visit.id).taken, miscounted(db)) == (2, [])


def test_cancelling_another_place_is_no_answer_to_an_offer(service: Service, visit: Opening) -> None:
    wait(service)
    assert steps(say(service, "dk ho van ba 1960 trung tam xa thuong trach thu 6", "1"))[0] == "book.booked"
    full(service, visit, capacity=3, taken=1)
    assert service.sweep("offers") == 1
    assert steps(say(service, "HUY")) == ["cancel.sure"]
    assert steps(say(service, "1")) == ["cancel.gone", "offer.offered"]
    assert (bookings_of(service), len(held(service, visit))) == ([], 1)
    assert steps(say(service, "1")) == ["offer.booked"]
    assert [booking.opening.id for booking in bookings_of(service)] == [visit.id]


def test_who_leaves_the_list_by_huy_is_not_asked_again_about_what_was_held(
    service: Service, visit: Opening
) -> None:
    wait(service)
    full(service, visit, capacity=3, taken=1)
    assert service.sweep("offers") == 1
    say(service, "HUY")
    assert asked(service) == ("offer", "offered")
    assert steps(say(service, "2"))[:1] == ["offer.left"]
    assert (held(service, visit), asked(service)) == ([], None)


def test_who_opts_out_is_not_asked_again_about_what_was_held(service: Service, visit: Opening) -> None:
    wait(service)
    full(service, visit, capacity=3, taken=1)
    service.sweep("offers")
    assert steps(say(service, "TC")) == ["opt_out.still_waiting"]
    assert held(service, visit) == []
