"""What came of a turn, written beside its message in the statement that is written anyway; reports count it."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.messaging import inbound
from helpdesk.messaging.question_events import note_question
from helpdesk.messaging.states import Outcome, QuestionEvent
from helpdesk.people.contacts import Contact

WHICH_TOPIC = "which_topic"
"""The flow that asks which of the likeliest topics is meant."""

THANKS = "thanks"
"""The flow that thanks, and what a "vâng" is noted as that answers nothing."""

NO_PHOTOS = "no_photos"
"""The flow that answers a picture, and what such a message is noted as."""


def note_turn(
    scene: Scene, label: str, meant: Understood, *, spoken_to: State | None, said: tuple[Saying, ...]
) -> None:
    """Note of the scene's message what it was said to, what it was taken for, and which steps answered it."""
    if scene.incoming is None:
        return
    scene.incoming.note(
        scene.db,
        label,
        outcome=outcome_of(label, meant, said),
        flow=spoken_to.flow if spoken_to else None,
        step=spoken_to.step if spoken_to else None,
        said=" ".join(f"{saying.slot}:{saying.flow}.{saying.step}" for saying in said),
        language=scene.contact.language,
    )


def outcome_of(label: str, meant: Understood, said: tuple[Saying, ...]) -> Outcome:
    """How a text that was taken for `meant`, and labelled so, is counted."""
    if label == inbound.LATE:
        return Outcome.LATE
    if label == NO_PHOTOS:
        return Outcome.PICTURE
    if meant.answer is not None:
        return Outcome.ANSWERED
    if meant.intent is not None or label == THANKS:
        return Outcome.UNDERSTOOD
    asked_which = bool(meant.doubt) and any(saying.flow == WHICH_TOPIC for saying in said)
    return Outcome.ASKED if asked_which else Outcome.NOT_UNDERSTOOD


def note_asked(scene: Scene, state: State | None) -> None:
    """Note that we asked a question by ourselves; nothing where nothing is asked."""
    if state is not None:
        _note(scene.db, scene.contact, QuestionEvent.ASKED, state, scene.commune_id, scene.now)


def note_expired(
    db: sa.Connection, contact: Contact, before: State | None, left: State | None, *, now: datetime
) -> None:
    """Note the questions that nobody answered for too long: those of `before` that are not in what is `left`."""
    standing = [left, *left.below] if left else []
    kept = {(state.flow, state.step) for state in standing}
    for state in (before, *before.below) if before else ():
        if (state.flow, state.step) not in kept:
            _note(db, contact, QuestionEvent.EXPIRED, state, contact.commune_id, now)


def _note(
    db: sa.Connection,
    contact: Contact,
    event: QuestionEvent,
    state: State,
    commune_id: int | None,
    now: datetime,
) -> None:
    place = {"flow": state.flow, "step": state.step, "language": contact.language}
    note_question(db, event, **place, commune_id=commune_id, at=now)
