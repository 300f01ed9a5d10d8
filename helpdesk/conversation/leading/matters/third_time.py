"""Who asks the same in the same words a third time has read our answer twice: a person is offered, who explains it."""

from datetime import timedelta

from helpdesk.conversation.leading.matters.what_now import NOW_WHAT
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import tells
from helpdesk.messaging.last_said import last_asked
from helpdesk.text.folding import matching_key

TWICE = 2
LATELY = timedelta(days=1)
"""Who asks again another day has forgotten it, or has lost the text."""


def third_time(said: Said) -> Onward | None:
    """The offer of a person, where both her last texts were this one, and had this answer."""
    flow = said.flow
    if (
        said.state is not None
        or flow is None
        or flow not in said.structure.flows
        or NOW_WHAT not in said.script.flows
    ):
        return None
    # Only an answer is told twice, and only what our last one told is looked up: that costs other texts nothing.
    if not said.structure.flows[flow].aside or said.told_of[:1] != (flow,):
        return None
    before = last_asked(said.scene.db, said.scene.contact.id, since=said.scene.now - LATELY, most=TWICE)
    same = [text for text, told in before if f":{flow}." in told and matching_key(text) == said.key]
    return tells(said, NOW_WHAT) if len(same) == TWICE else None
