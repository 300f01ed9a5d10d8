"""A yes or a no to a question that was begun on a screen and not shown to its end: it is asked whole, once."""

from dataclasses import replace

from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.short_replies import is_short_reply

NOT_ALL_SHOWN = "not_all_shown"
"""The answer that names the question, "flow.step", of which a screen has not shown the last page."""


def to_half_a_question(said: Said) -> Onward | None:
    """Nobody can agree to what was not shown; on a screen the key turns the page instead."""
    state = said.state
    if (
        said.understood.answer is None
        or state is None
        or state.answers.get(NOT_ALL_SHOWN) != f"{state.flow}.{state.step}"
    ):
        return None
    ask = open_question(said.structure, state)
    if ask is None or ask.expect != "yes_no" or not is_short_reply(said.text):
        return None
    answers = {name: value for name, value in state.answers.items() if name != NOT_ALL_SHOWN}
    whole = Saying(state.flow, state.step, Slot.ASK, answers)
    return Onward(None, only_says=whole, stands=replace(state, answers=answers))
