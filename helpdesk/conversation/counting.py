"""What came of a turn, written beside its message in the statement that is written anyway; reports count it."""

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.messaging import inbound
from helpdesk.messaging.question_events import note_question
from helpdesk.messaging.states import Outcome, QuestionEvent

WHICH_TOPIC = "which_topic"
"""The flow that asks which of the likeliest topics is meant."""

NO_PHOTOS = "no_photos"
"""The flow that answers a picture, and what such a message is noted as."""


def note_turn(
    scene: Scene, label: str, meant: Understood, *, spoken_to: State | None, said: tuple[Saying, ...]
) -> None:
    """Note of the scene's message what it was said to, what it was taken for, and which steps answered it."""
    inbound.note_understood(
        scene.db,
        scene.inbound_id or 0,
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
    if meant.intent is not None:
        return Outcome.UNDERSTOOD
    asked_which = bool(meant.doubt) and any(saying.flow == WHICH_TOPIC for saying in said)
    return Outcome.ASKED if asked_which else Outcome.NOT_UNDERSTOOD


def note_asked(scene: Scene, state: State | None) -> None:
    """Note that we asked a question by ourselves; nothing where nothing is asked."""
    if state is not None:
        _note(scene, QuestionEvent.ASKED, state)


def note_expired(scene: Scene, state: State) -> None:
    """Note that nobody answered a question for too long."""
    _note(scene, QuestionEvent.EXPIRED, state)


def _note(scene: Scene, event: QuestionEvent, state: State) -> None:
    note_question(
        scene.db,
        event,
        flow=state.flow,
        step=state.step,
        language=scene.contact.language,
        commune_id=scene.commune_id,
        at=scene.now,
    )
