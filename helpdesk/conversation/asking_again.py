"""A question that is asked again: in its shorter wording behind something else, and with a word that she was not understood."""

from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard, Input, Saying, Slot
from helpdesk.conversation.playing import Played
from helpdesk.conversation.script.model import Script

BOOKINGS = frozenset({"book", "wait"})
"""Flows that end with a place, or with waiting for one."""

OF_HER_PLACE = frozenset({("reminder", "one"), ("reminder", "one_case"), ("cannot_come", "one")})
"""Questions about a place of hers, which are short enough to stand behind that word."""

NOT_TAKEN = "not_taken"
"""The flow that says that a text was not understood."""

SAYS_SO_ITSELF = frozenset({"place", "people"})
"""Kinds of questions whose wording `again` says so."""


def said_not_taken(script: Script, given: Input, played: Played) -> Played:
    """What was said, and before it that her text was not understood, where a booking, or what is about her place, only asks
    its question again."""
    again = played.sayings[0] if len(played.sayings) == 1 else None
    if given != Heard(None) or again is None or again.slot is not Slot.AGAIN:
        return played
    if again.flow not in BOOKINGS and (again.flow, again.step) not in OF_HER_PLACE:
        return played
    ask = script.structure.flows[again.flow].steps.get(again.step)
    if NOT_TAKEN not in script.flows or not isinstance(ask, Ask) or ask.expect in SAYS_SO_ITSELF:
        return played
    return Played(played.state, (Saying(NOT_TAKEN, "said", Slot.SAY, {}), again))


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
