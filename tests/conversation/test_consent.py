"""Nobody is booked and nothing is kept without a yes; the yes is kept as proof. XOA takes it back."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.openings import opening
from helpdesk.booking.tables import bookings, reminders
from helpdesk.clock import local_date
from helpdesk.messaging.tables import inbound_messages
from helpdesk.people.tables import consents, contacts, persons
from helpdesk.tickets.tables import tickets
from helpdesk.tickets.tickets import ERASURE_DEADLINE
from tests.conversation.talk import asked, book, bookings_of, choose, contact_of, count, say, steps
from tests.support.builders import Someone
from tests.support.recount import miscounted
from tests.support.service import Service

YES = ("1", "co", "Đồng ý", "vâng ạ", "ok", "Dong y va dat")
NO = ("2", "khong", "không ạ", "thoi", "Thoi", "ko", "dung lai")
NEITHER = ("", "cam on", "cảm ơn nhé", "?", "3", "Ho Thi Mai", "hom nao co ket qua", "45")

PHONES = [Someone(f"Hồ Thị {number}", f"+8491234570{number}") for number in range(9)]


def test_a_yes_books_and_is_kept_with_what_was_asked(service: Service) -> None:
    for yes, who in zip(YES, PHONES, strict=False):
        question = choose(service, who=who)
        assert steps(question) == ["book.consent"]
        assert steps(say(service, yes, who=who)) == ["book.booked"], yes
        contact = contact_of(service, who)
        assert contact.consented_at == service.clock.now()
        with service.engine.connect() as db:
            proof = db.execute(sa.select(consents).where(consents.c.contact_id == contact.id)).one()
            meant = inbound_messages.c.id == proof.inbound_id
            said = db.execute(sa.select(inbound_messages.c.text).where(meant)).scalar()
        assert (proof.wording, said) == (question, yes)
        assert (proof.given_at, proof.withdrawn_at) == (service.clock.now(), None)


def test_a_no_books_nobody(service: Service) -> None:
    for no, who in zip(NO, PHONES, strict=False):
        choose(service, who=who)
        assert steps(say(service, no, who=who)) == ["book.not_booked"], no
    _nothing_kept(service)


def test_what_is_no_yes_books_nobody(service: Service) -> None:
    for text, who in zip(NEITHER, PHONES, strict=False):
        choose(service, who=who)
        say(service, text, who=who)
    _nothing_kept(service)


def test_silence_books_nobody(service: Service) -> None:
    choose(service)
    service.clock.advance(timedelta(days=4))
    service.sweep("forget")
    assert steps(say(service, "1")) == ["which_topic.too_late"], "a yes that comes too late answers nothing"
    _nothing_kept(service)


def _nothing_kept(service: Service) -> None:
    tables = (bookings, persons, consents, reminders)
    assert [count(service, table) for table in tables] == [0] * len(tables)
    assert count(service, contacts, contacts.c.consented_at.is_not(None)) == 0


def test_consent_is_asked_once(service: Service) -> None:
    book(service)
    assert steps(choose(service, opening=3)) == ["book.confirm"]
    say(service, "1")
    assert count(service, consents) == 1
    assert count(service, bookings) == 2


def test_xoa_asks_and_no_answer_erases_nothing(service: Service) -> None:
    booked = book(service)
    assert steps(say(service, "XOA")) == ["erase.sure"]
    assert steps(say(service, "khong")) == ["erase.kept"]
    assert [found.id for found in bookings_of(service)] == [booked.id]
    assert contact_of(service).consented_at is not None
    assert count(service, tickets) == 0


def test_xoa_takes_consent_back_cancels_at_once_and_leaves_an_official_a_date(service: Service) -> None:
    first, second = book(service), book(service, opening=3, names="Ho Van Ba 1960, Ho Thi Tu 1962")
    say(service, "XOA")
    told = say(service, "1")
    assert steps(told) == ["erase.noted"]
    by = service.clock.now() + ERASURE_DEADLINE
    assert f"{local_date(by).day}/{local_date(by).month}" in told
    assert bookings_of(service) == []
    with service.engine.connect() as db:
        for booking in (first, second):
            assert opening(db, booking.opening.id).taken == 0
        (ticket,) = db.execute(sa.select(tickets)).all()
        assert (ticket.kind, ticket.state, ticket.answer_by) == ("erasure", "open", by)
        states = set(db.execute(sa.select(reminders.c.state)).scalars())
        assert states == {"dropped"}
        (proof,) = db.execute(sa.select(consents)).all()
        assert proof.withdrawn_at == service.clock.now()
        contact = db.execute(sa.select(contacts)).one()
        assert (contact.consented_at, contact.erase_asked_at) == (None, service.clock.now())
        assert miscounted(db) == []
    assert asked(service) is None


def test_after_xoa_a_booking_asks_for_consent_again(service: Service) -> None:
    book(service)
    say(service, "XOA", "1")
    assert steps(choose(service, opening=3)) == ["book.consent"]
    say(service, "1")
    assert count(service, consents) == 2
    assert count(service, consents, consents.c.withdrawn_at.is_(None)) == 1


def test_xoa_twice_is_one_request_with_the_first_date(service: Service) -> None:
    say(service, "XOA", "1")
    by = service.clock.now() + ERASURE_DEADLINE
    service.clock.advance(timedelta(days=3))
    say(service, "XOA", "1")
    with service.engine.connect() as db:
        assert db.execute(sa.select(tickets.c.answer_by)).scalars().all() == [by]
