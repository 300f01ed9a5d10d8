"""helpdesk/conversation/turn.py: what arrives from any channel, whatever it holds, is taken without a fault."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.conversation.turn import Arrival, Turn, receive
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.inbound import LATE, MAX_STORED
from helpdesk.messaging.question_events import note_question
from helpdesk.messaging.states import Outcome, QuestionEvent
from helpdesk.messaging.tables import inbound_messages, question_events
from tests.conversation.talk import say, steps
from tests.support.builders import RESIDENT
from tests.support.service import Service

ANY_WAY = Gateway(1, "simulator", "8888", None, True, 60)


def arrive(
    service: Service, text: str, *, number: int = 1, sender: str = RESIDENT.phone, pictures: int = 0
) -> Turn:
    runtime = service.runtime
    arrival = Arrival(
        channel="simulator",
        provider_id=f"A\x00{number}",
        gateway=runtime.house.gateways[0],
        sender=sender,
        text=text,
        answer_on_wire=True,
        pictures=pictures,
    )
    with runtime.transaction(nudge=False) as db:
        return receive(db, arrival, runtime.house)


@pytest.mark.parametrize(
    "text", ["\x00", "\ud83d", "me\x00nu\udc00", "x" * 100_000, "045190001234" * 500, "", "\x1b"]
)
def test_no_database_refuses_it(service: Service, text: str) -> None:
    turn = arrive(service, text)
    assert len(turn.replies) == 1
    with service.engine.connect() as db:
        (kept,) = db.execute(sa.select(inbound_messages.c.text)).scalars()
    assert len(kept) <= MAX_STORED
    assert "045190001234" not in kept


def test_it_comes_again_under_the_identity_that_was_kept(service: Service) -> None:
    assert arrive(service, "menu").replies == arrive(service, "menu").replies


@pytest.mark.parametrize("at", range(2 * MAX_STORED - 13, 2 * MAX_STORED + 2))
def test_no_number_is_kept_where_a_text_is_cut(at: int) -> None:
    for start in (at, at - MAX_STORED):
        arrival = Arrival("x", "1", ANY_WAY, RESIDENT.phone, "a" * start + "045190001234", True)
        assert not any(letter.isdigit() for letter in arrival.text)


def test_a_sender_that_cannot_be_written_gets_silence(service: Service) -> None:
    assert arrive(service, "menu", sender="\x00\ud800").replies == ()


def test_what_came_of_each_text_is_noted(service: Service) -> None:
    for text in ("zzzz qqqq", "dat lich", "zzzz wwww", "1", "menu"):
        say(service, text)
    i = inbound_messages.c
    with service.engine.connect() as db:
        noted = db.execute(sa.select(i.outcome, i.flow, i.step, i.said, i.language).order_by(i.id)).all()
    assert [tuple(row) for row in noted] == [
        (Outcome.NOT_UNDERSTOOD, None, None, "ask:unknown.short_menu", "vi"),
        (Outcome.UNDERSTOOD, "unknown", "short_menu", "ask:book.where", "vi"),
        (Outcome.NOT_UNDERSTOOD, "book", "where", "again:book.where", "vi"),
        (Outcome.ANSWERED, "book", "where", "ask:book.which_opening", "vi"),
        (Outcome.UNDERSTOOD, "book", "which_opening", "say:begun_before.begun ask:menu.menu", "vi"),
    ]


def test_an_answer_to_nothing_is_noted_as_late(service: Service) -> None:
    say(service, "1")
    with service.engine.connect() as db:
        row = db.execute(sa.select(inbound_messages.c.outcome, inbound_messages.c.understood)).one()
    assert tuple(row) == (Outcome.LATE, LATE)


def test_a_question_that_nobody_answers_is_noted_once(service: Service) -> None:
    say(service, "dat lich")
    service.clock.advance(timedelta(days=4))
    for _ in range(2):
        service.sweep("forget")
    say(service, "menu")
    q = question_events.c
    with service.engine.connect() as db:
        events = db.execute(sa.select(q.event, q.flow, q.step)).all()
    assert [tuple(row) for row in events] == [(QuestionEvent.EXPIRED, "book", "where")]
    assert steps(say(service, "menu")) == ["menu.menu"]


def test_an_event_names_nobody(service: Service) -> None:
    with service.engine.begin() as db:
        note_question(
            db,
            QuestionEvent.ASKED,
            flow="reminder",
            step="tell",
            language="vi",
            commune_id=None,
            at=service.clock.now(),
        )
    assert set(question_events.c.keys()) == {"id", "event", "at", "commune_id", "flow", "step", "language"}
