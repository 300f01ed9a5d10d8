"""Erasing: her number, her words and her people go; nobody else's do, and nothing more reaches her."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.persons.person_tables import code_tries, own_phones
from helpdesk.booking.tables import bookings
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.tables import audit_entries, consents, contacts, persons
from helpdesk.retention.erasure import erase
from helpdesk.retention.limits import ERASED_UNASKED, NOBODY
from helpdesk.tickets.tables import tickets
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.service import Service


def book(service: Service, who: Someone, name: str) -> None:
    for text in ("DAT", "1", "1", name, "1"):
        service.text(who.phone, text)


def ask(service: Service, who: Someone) -> None:
    service.text(who.phone, "XOA")
    service.text(who.phone, "1")


def settled(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(outbound_messages.update().values(state=State.DELIVERED.value))


def everything(service: Service) -> str:
    """Every word that the store holds."""
    with service.engine.connect() as db:
        tables = (contacts, persons, inbound_messages, outbound_messages, tickets, consents, own_phones)
        rows = [tuple(row) for table in tables for row in db.execute(sa.select(table))]
    return str(rows)


def erased(service: Service, contact_id: int) -> bool:
    with service.engine.begin() as db:
        return erase(db, contact_id, official_id=None, now=service.clock.now())


@pytest.fixture
def her(service: Service) -> int:
    """A resident with a booking behind her, who asked to be erased."""
    book(service, RESIDENT, "Ho Thi Mai 1954")
    service.text(RESIDENT.phone, "goi lai")
    ask(service, RESIDENT)
    settled(service)
    with service.engine.connect() as db:
        found = db.execute(sa.select(contacts.c.id).where(contacts.c.address == RESIDENT.phone))
        return int(found.scalar_one())


def test_nothing_is_left_of_her_but_counts(service: Service, her: int) -> None:
    book(service, PROXY, "Ho Van Xanh 1990")
    settled(service)
    assert erased(service, her)
    left = everything(service)
    assert (RESIDENT.phone in left, "Mai" in left, "1954" in left) == (False, False, False)
    assert (PROXY.phone in left, "Xanh" in left) == (True, True)
    with service.engine.connect() as db:
        assert db.execute(sa.select(persons.c.name).order_by(persons.c.id)).scalars().all()[0] == NOBODY
        assert db.execute(sa.select(sa.func.count()).select_from(bookings)).scalar() == 2
        noted = db.execute(sa.select(audit_entries.c.action, audit_entries.c.subject)).all()
    assert ("contact.erase", f"contact:{her}") in [tuple(row) for row in noted]


def test_her_number_goes_where_others_gave_it_and_what_she_tried(service: Service, her: int) -> None:
    # A code that is none of hers; and a proxy who says that this is the phone of a neighbour.
    for text in ("10008 1960", "MENU"):
        service.text(RESIDENT.phone, text)
    book(service, PROXY, "Ho Van Xanh 1990")
    for text in ("XEM", "4", "2", RESIDENT.phone):
        service.text(PROXY.phone, text)
    with service.engine.begin() as db:
        # The proxy's own words say it, too; those are his until their time is over.
        db.execute(inbound_messages.update().values(text=""))
        db.execute(outbound_messages.update().values(text=""))
    ask(service, RESIDENT)
    settled(service)
    assert RESIDENT.phone in everything(service)
    assert erased(service, her)
    assert RESIDENT.phone not in everything(service)
    with service.engine.connect() as db:
        assert db.execute(sa.select(own_phones)).all() == []
        assert db.execute(sa.select(code_tries)).all() == []


def test_her_number_begins_anew_as_a_stranger(service: Service, her: int) -> None:
    assert erased(service, her)
    (answer,) = service.text(RESIDENT.phone, "XEM")
    assert "chua" in answer.lower()


def test_who_agreed_anew_since_keeps_her_new_booking(service: Service, her: int) -> None:
    service.clock.advance(timedelta(hours=1))
    book(service, RESIDENT, "Ho Thi Moi 1960")
    settled(service)
    assert erased(service, her)
    left = everything(service)
    assert (RESIDENT.phone in left, "1954" in left, "Moi" in left) == (True, False, True)


def test_while_a_text_to_her_is_in_mid_call_it_waits(service: Service, her: int) -> None:
    with service.engine.begin() as db:
        db.execute(
            outbound_messages.update()
            .where(outbound_messages.c.contact_id == her)
            .values(state=State.SENDING.value)
        )
    assert not erased(service, her)
    assert RESIDENT.phone in everything(service)


def test_a_request_nobody_carried_out_is_carried_out_before_the_deadline_of_the_law(
    service: Service, her: int
) -> None:
    service.clock.advance(ERASED_UNASKED - timedelta(minutes=1))
    service.sweep("purge")
    assert RESIDENT.phone in everything(service)
    service.clock.advance(timedelta(minutes=2))
    service.sweep("purge")
    left = everything(service)
    assert (RESIDENT.phone in left, "1954" in left) == (False, False)
