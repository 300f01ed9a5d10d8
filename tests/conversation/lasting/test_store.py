"""helpdesk/conversation/lasting/store.py: what is saved is what is loaded, with its times."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.lasting.store import NONE_YET, Conversation, load, put, save
from helpdesk.conversation.tables import conversations, flow_editions
from tests.support import builders

EDITION = "0123456789abcdef"
PEOPLE = [["Hồ Thị Mai", 1954], ["Hồ Văn Ba", None]]
ASKING = State(
    "book", "consent", {"people": PEOPLE}, tries=1, trail=(Mark("book", "who", {"opening_id": 7}),)
)
REMINDING = State("reminder", "one", {"booking_ids": [3]}, below=(ASKING,))


@pytest.fixture
def contact_id(db: sa.Connection, clock: FixedClock) -> int:
    db.execute(flow_editions.insert().values(id=EDITION, structure={}, first_seen_at=clock.now()))
    return builders.contact(db, now=clock.now()).id


def _save(db: sa.Connection, contact_id: int, state: State | None, clock: FixedClock) -> Conversation:
    before = load(db, contact_id)
    save(db, contact_id, state, edition=EDITION, now=clock.now(), before=before)
    return load(db, contact_id)


def test_nobody_has_a_conversation_at_first(db: sa.Connection, contact_id: int) -> None:
    assert load(db, contact_id) == NONE_YET


@pytest.mark.parametrize("state", [ASKING, REMINDING])
def test_a_state_comes_back_as_it_was(
    db: sa.Connection, contact_id: int, clock: FixedClock, state: State
) -> None:
    assert _save(db, contact_id, state, clock).state == state
    row = db.execute(sa.select(conversations)).one()
    assert (row.flow, row.step, row.not_understood, row.asked_at) == (
        state.flow,
        state.step,
        state.tries,
        clock.now(),
    )


def test_a_closed_conversation_keeps_nothing_of_what_was_said(
    db: sa.Connection, contact_id: int, clock: FixedClock
) -> None:
    _save(db, contact_id, ASKING, clock)
    assert _save(db, contact_id, None, clock) == Conversation(None, EDITION, None, None)
    row = db.execute(sa.select(conversations)).one()
    assert (row.state, row.flow, row.step) == (None, None, None)
    nulls = sa.select(sa.func.count()).select_from(conversations).where(conversations.c.state.is_(None))
    assert db.execute(nulls).scalar() == 1, "and not the word null"


def test_what_waits_below_counts_from_when_it_was_asked(
    db: sa.Connection, contact_id: int, clock: FixedClock
) -> None:
    asked_at = clock.now()
    _save(db, contact_id, ASKING, clock)
    for _ in range(2):
        clock.advance(timedelta(hours=5))
        on_top = _save(db, contact_id, REMINDING, clock)
        assert (on_top.asked_at, on_top.suspended_at) == (clock.now(), asked_at)
    clock.advance(timedelta(hours=5))
    again = _save(db, contact_id, ASKING, clock)
    assert (again.asked_at, again.suspended_at) == (clock.now(), None), "asked again, it counts from now"


def test_what_waits_below_is_let_go_and_the_question_on_top_stays(
    db: sa.Connection, contact_id: int, clock: FixedClock
) -> None:
    _save(db, contact_id, ASKING, clock)
    on_top = _save(db, contact_id, REMINDING, clock)
    clock.advance(timedelta(hours=1))
    alone = replace(REMINDING, below=())
    put(db, contact_id, replace(on_top, state=alone, suspended_at=None), now=clock.now())
    left = load(db, contact_id)
    assert left == Conversation(
        State("reminder", "one", {"booking_ids": [3]}), EDITION, on_top.asked_at, None
    )
