"""helpdesk/tickets/tickets.py."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.contacts import Contact
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tables import tickets as table
from helpdesk.tickets.tickets import ERASURE_DEADLINE, Ticket, close, open_ticket, open_tickets
from tests.support import builders
from tests.support.at_once import at_once

QUESTION, CALLBACK, ERASURE = TicketKind.QUESTION, TicketKind.CALLBACK, TicketKind.ERASURE


@pytest.fixture
def resident(database: sa.Engine, clock: FixedClock) -> Contact:
    with database.begin() as db:
        return builders.contact(db, now=clock.now())


@pytest.fixture
def officer_id(database: sa.Engine, clock: FixedClock) -> int:
    with database.begin() as db:
        return builders.officer(db, builders.commune(db), now=clock.now())


def _ask(
    db: sa.Connection,
    contact: Contact,
    text: str = "",
    *,
    kind: TicketKind = QUESTION,
    commune_id: int | None = None,
    clock: FixedClock,
) -> int:
    return open_ticket(
        db, kind, contact_id=contact.id, commune_id=commune_id, text=text, now=clock.now(), answer_by=None
    )


def test_what_a_resident_asks_again_is_added_to_her_open_ticket(
    database: sa.Engine, resident: Contact, clock: FixedClock
) -> None:
    with database.begin() as db:
        first = _ask(db, resident, "The bao gio co?", clock=clock)
        opened_at = clock.now()
        clock.advance(timedelta(hours=1))
        assert _ask(db, resident, "Chau hoi lai a", clock=clock) == first
        call = _ask(db, resident, kind=CALLBACK, clock=clock)
        assert _ask(db, resident, kind=CALLBACK, clock=clock) == call
        assert open_tickets(db) == [
            Ticket(
                first,
                QUESTION,
                "The bao gio co?\nChau hoi lai a",
                resident.address,
                None,
                None,
                opened_at,
                None,
            ),
            Ticket(call, CALLBACK, "", resident.address, None, None, clock.now(), None),
        ]


def test_asking_again_for_erasure_does_not_put_the_date_off(
    database: sa.Engine, resident: Contact, clock: FixedClock
) -> None:
    by = clock.now() + ERASURE_DEADLINE
    with database.begin() as db:
        for answer_by in (by, by + timedelta(days=5)):
            open_ticket(
                db,
                ERASURE,
                contact_id=resident.id,
                commune_id=None,
                text="",
                now=clock.now(),
                answer_by=answer_by,
            )
        assert [ticket.answer_by for ticket in open_tickets(db)] == [by]


def test_a_closed_ticket_is_closed_once_and_the_next_question_opens_another(
    database: sa.Engine, resident: Contact, officer_id: int, clock: FixedClock
) -> None:
    with database.begin() as db:
        first = _ask(db, resident, "mot", clock=clock)
        closed = [close(db, first, official_id=officer_id, commune_id=None, now=clock.now()) for _ in "12"]
        assert closed == [True, False]
        second = _ask(db, resident, "hai", clock=clock)
        assert [(ticket.id, ticket.text) for ticket in open_tickets(db)] == [(second, "hai")]
        row = db.execute(sa.select(table).where(table.c.id == first)).one()
        assert (row.text, row.closed_at, row.closed_by_id) == ("mot", clock.now(), officer_id)


def test_an_officer_sees_and_closes_those_of_her_commune_and_of_none(
    database: sa.Engine, resident: Contact, officer_id: int, clock: FixedClock
) -> None:
    with database.begin() as db:
        here, there = builders.commune(db, "Trường Sơn"), builders.commune(db, "Dân Hóa")
        unknown = _ask(db, resident, clock=clock)
        own = _ask(db, resident, kind=CALLBACK, commune_id=here, clock=clock)
        foreign = _ask(db, resident, kind=ERASURE, commune_id=there, clock=clock)
        assert [ticket.id for ticket in open_tickets(db, commune_id=here)] == [unknown, own]
        assert [ticket.commune for ticket in open_tickets(db, commune_id=here)] == [None, "Trường Sơn"]
        assert not close(db, foreign, official_id=officer_id, commune_id=here, now=clock.now())
        assert close(db, own, official_id=officer_id, commune_id=here, now=clock.now())
        assert [ticket.id for ticket in open_tickets(db)] == [unknown, foreign]


def test_nothing_asked_is_lost_while_an_officer_closes_tickets(
    database: sa.Engine, resident: Contact, officer_id: int, clock: FixedClock
) -> None:
    asked = [[f"{number}.{n}" for n in range(6)] for number in range(4)]

    def work(number: int) -> None:
        for n in range(6):
            with database.begin() as db:
                if number < 4:
                    _ask(db, resident, asked[number][n], clock=clock)
                else:
                    for ticket in open_tickets(db):
                        close(db, ticket.id, official_id=officer_id, commune_id=None, now=clock.now())

    at_once(6, work)
    with database.connect() as db:
        kept = [line for text in db.execute(sa.select(table.c.text)).scalars() for line in text.split("\n")]
        assert sorted(kept) == sorted(text for texts in asked for text in texts)
        assert len(open_tickets(db)) <= 1
