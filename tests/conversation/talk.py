"""What residents say to book, and looking up what came of it."""

import re
from functools import cache
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.conversation.rendering.keyed_in import keyed_in
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import BASE_LANGUAGE
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import Contact, meet
from helpdesk.store.base import metadata
from helpdesk.text.folding import fold
from helpdesk.text.segments import measure
from tests.support.builders import RESIDENT, Someone
from tests.support.service import Service

NAME = "Ho Thi Mai 1954"

_PLACEHOLDER = re.compile(r"\{[a-z0-9_]+\}")


def say(service: Service, *texts: str, who: Someone = RESIDENT) -> str:
    """Text one after the other; the answer to the last, empty when it was silence.

    One message, but where a question is asked again behind another text and both would not fit.
    """
    answers: list[str] = []
    for text in texts:
        answers = service.text(who.phone, text)
    assert [measure(answer).segments <= 2 for answer in answers] in ([], [True], [True, True])
    return "\n".join(answers)


def steps(answer: str) -> list[str]:
    """Which steps of the flows an answer speaks, in order: ["bring.list", "book.consent"].

    Steps that say the same are told together, "cancel.kept|my_booking.kept". So tests say what is meant, and a
    correction of a wording changes no test.
    """
    found: dict[int, list[tuple[int, str]]] = {}
    for name, literal, pattern in _patterns():
        for match in pattern.finditer(answer):
            found.setdefault(match.start(), []).append((literal, name))
    return [_closest(names) for _, names in sorted(found.items())]


def _closest(names: list[tuple[int, str]]) -> str:
    """The wording of which most letters are there; a placeholder fits many things."""
    most = max(literal for literal, _ in names)
    return "|".join(sorted({name for literal, name in names if literal == most}))


@cache
def _patterns() -> list[tuple[str, int, re.Pattern[str]]]:
    script = load()
    return [
        (f"{flow.name}.{step}", len(_PLACEHOLDER.sub("", wording)), _pattern(wording))
        for flow in script.flows.values()
        for step, texts in flow.texts.items()
        for text in texts.slots.values()
        for written in text.variants().values()
        for wording in {
            written,
            *(keyed_in(written, script.phrases, BASE_LANGUAGE, over=over) for over in (True, False)),
        }
    ]


def _pattern(wording: str) -> re.Pattern[str]:
    # How to book is said only where nothing is asked behind it.
    whole, wording = wording, wording.removesuffix(" {how_to_book}")
    pieces = _PLACEHOLDER.split(fold(wording[:1].upper() + wording[1:]))
    words = ".+".join(re.escape(piece) for piece in pieces)
    next_words = "" if whole == wording else "(?: (?:Dat|Xem) cho: .+)?"
    return re.compile(f"^{words}{next_words}$", re.MULTILINE)


def choose(service: Service, *, opening: int = 1, names: str = NAME, who: Someone = RESIDENT) -> str:
    """Everything up to the question whether to book: the centre of Thượng Trạch, an opening, names."""
    question = say(service, "DAT", "1", str(opening), names, who=who)
    # Who has a place already is told so, and "1" books all the same.
    asks = ("book.consent", "book.confirm", "book.booked_before", "book.some_booked_before")
    assert any(speaks(question, step) for step in asks), question
    return question


def speaks(answer: str, step: str) -> bool:
    """Whether an answer speaks a step alone, whichever others say the same."""
    return [step in names.split("|") for names in steps(answer)] == [True]


def book(service: Service, *, opening: int = 1, names: str = NAME, who: Someone = RESIDENT) -> Booking:
    """Book; the booking. The openings are Wednesday 2, Friday 4 and Monday 7 December."""
    before = {booking.id for booking in bookings_of(service, who)}
    choose(service, opening=opening, names=names, who=who)
    told = say(service, "1", who=who)
    assert speaks(told, "book.booked") or speaks(told, "book.booked_case"), told
    (new,) = [booking for booking in bookings_of(service, who) if booking.id not in before]
    return new


def contact_of(service: Service, who: Someone = RESIDENT) -> Contact:
    """Who she is to us."""
    with service.engine.begin() as db:
        return meet(db, who.phone, now=service.clock.now())


def bookings_of(service: Service, who: Someone = RESIDENT) -> list[Booking]:
    """Her bookings that hold places."""
    contact = contact_of(service, who)
    with service.engine.connect() as db:
        return live_bookings_of(db, contact.id, now=service.clock.now())


def asked(service: Service, who: Someone = RESIDENT) -> tuple[str, str] | None:
    """Flow and step of her open question; None when there is none."""
    row = conversation(service, who)
    return (row.flow, row.step) if row is not None and row.state else None


def conversation(service: Service, who: Someone = RESIDENT) -> Any:
    """Her conversation as it is stored."""
    query = sa.select(conversations).where(conversations.c.contact_id == contact_of(service, who).id)
    with service.engine.connect() as db:
        return db.execute(query).first()


def written(service: Service, kind: str, who: Someone = RESIDENT) -> list[str]:
    """The texts of a kind that were written for her, sent or not, the oldest first."""
    m = outbound_messages.c
    query = sa.select(m.text).where(m.recipient == who.phone, m.kind == kind).order_by(m.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


def count(service: Service, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    """How many rows there are."""
    with service.engine.connect() as db:
        return int(db.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one())


def everything(service: Service) -> str:
    """All rows of all tables."""
    with service.engine.connect() as db:
        return "\n".join(
            str(tuple(row)) for table in metadata.sorted_tables for row in db.execute(sa.select(table))
        )
