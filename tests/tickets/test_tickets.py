"""Tickets: one open ticket of a kind per contact, seen by her commune, closed once."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.officials import add
from helpdesk.people.tables import Role
from helpdesk.tickets.tables import TicketKind, tickets
from helpdesk.tickets.tickets import close, open_ticket, open_tickets
from tests.support import builders
from tests.support.builders import OFFICER, PROXY, RESIDENT, Someone


def left(
    db: sa.Connection,
    who: Someone,
    *,
    commune_id: int | None,
    now: datetime,
    kind: TicketKind = TicketKind.QUESTION,
    text: str = "",
) -> int:
    contact = builders.contact(db, who, now=now)
    return open_ticket(db, kind, contact_id=contact.id, commune_id=commune_id, text=text, now=now)


def officer(db: sa.Connection, commune_id: int, *, now: datetime) -> int:
    made, _ = add(
        db,
        phone=OFFICER.phone,
        name=OFFICER.name,
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=now,
    )
    return made.id


def test_asking_again_adds_words_to_the_open_ticket(db: sa.Connection, clock: FixedClock) -> None:
    now, commune_id = clock.now(), builders.commune(db)
    first = left(db, RESIDENT, commune_id=commune_id, now=now, text="Khi nao?")
    again = left(db, RESIDENT, commune_id=commune_id, now=now + timedelta(hours=1), text="O dau?")
    (ticket,) = open_tickets(db)
    assert (again, ticket.id, ticket.text, ticket.opened_at) == (first, first, "Khi nao?\nO dau?", now)


def test_another_kind_is_another_ticket(db: sa.Connection, clock: FixedClock) -> None:
    now, commune_id = clock.now(), builders.commune(db)
    for kind in (TicketKind.CALLBACK, TicketKind.QUESTION):
        left(db, RESIDENT, commune_id=commune_id, now=now, kind=kind)
    assert [ticket.kind for ticket in open_tickets(db)] == [TicketKind.CALLBACK, TicketKind.QUESTION]


def test_the_longest_waiting_comes_first_with_number_and_commune(
    db: sa.Connection, clock: FixedClock
) -> None:
    now, commune_id = clock.now(), builders.commune(db, "Thượng Trạch")
    left(db, PROXY, commune_id=None, now=now)
    left(db, RESIDENT, commune_id=commune_id, now=now - timedelta(hours=1))
    assert [(ticket.address, ticket.commune) for ticket in open_tickets(db)] == [
        (RESIDENT.phone, "Thượng Trạch"),
        (PROXY.phone, None),
    ]


def test_a_commune_sees_its_own_and_what_no_commune_is_known_for(
    db: sa.Connection, clock: FixedClock
) -> None:
    now, here, there = clock.now(), builders.commune(db, "Thượng Trạch"), builders.commune(db, "Dân Hóa")
    own = left(db, RESIDENT, commune_id=here, now=now)
    nobodys = left(db, PROXY, commune_id=None, now=now)
    seen = {place: [ticket.id for ticket in open_tickets(db, commune_id=place)] for place in (here, there)}
    assert seen == {here: [own, nobodys], there: [nobodys]}


def test_a_ticket_is_closed_once_and_says_by_whom(db: sa.Connection, clock: FixedClock) -> None:
    now, commune_id = clock.now(), builders.commune(db)
    ticket = left(db, RESIDENT, commune_id=commune_id, now=now)
    by = officer(db, commune_id, now=now)
    closed = [close(db, ticket, official_id=by, commune_id=commune_id, now=now) for _ in range(2)]
    assert closed == [True, False]
    kept = db.execute(sa.select(tickets.c.state, tickets.c.closed_by_id, tickets.c.closed_at)).one()
    assert tuple(kept) == ("closed", by, now)
    assert open_tickets(db) == []


def test_another_commune_closes_nothing(db: sa.Connection, clock: FixedClock) -> None:
    now, here, there = clock.now(), builders.commune(db, "Thượng Trạch"), builders.commune(db, "Dân Hóa")
    ticket = left(db, RESIDENT, commune_id=here, now=now)
    by = officer(db, there, now=now)
    assert close(db, ticket, official_id=by, commune_id=there, now=now) is False
    assert [one.id for one in open_tickets(db)] == [ticket]


def test_who_asks_again_after_the_answer_has_a_new_ticket(db: sa.Connection, clock: FixedClock) -> None:
    now, commune_id = clock.now(), builders.commune(db)
    first = left(db, RESIDENT, commune_id=commune_id, now=now)
    close(db, first, official_id=officer(db, commune_id, now=now), commune_id=None, now=now)
    assert left(db, RESIDENT, commune_id=commune_id, now=now) != first
