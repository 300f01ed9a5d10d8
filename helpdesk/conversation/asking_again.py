"""A question that is asked again behind something else: where it is long and has a shorter wording, that is said."""

from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.playing import Played
from helpdesk.conversation.script.model import Script


def more_briefly(script: Script, before: State | None, played: Played, *, language: str) -> Played:
    """What was said, its last question in the wording `again` where she had it before her already at length.

    Only a question of two segments is shortened: with the answer that stands before it she would get three.
    """
    if before is None or len(played.sayings) < 2:
        return played
    *said, question = played.sayings
    # The same question about the same: of other people, or of another day, she has read nothing yet.
    asked = (question.flow, question.step, question.answers)
    had = any((frame.flow, frame.step, frame.answers) == asked for frame in (before, *before.below))
    if question.slot is not Slot.ASK or not had:
        return played
    texts = script.texts(question.flow, question.step, language)
    if texts.segments < 2 or Slot.AGAIN not in texts.slots:
        return played
    return Played(played.state, (*said, replace(question, slot=Slot.AGAIN)))
