"""Every action a flow may name; each folder's table says what its actions can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions import marking
from helpdesk.conversation.actions.action import Action, Listing, action
from helpdesk.conversation.actions.her_place.table import ACTIONS as HER_PLACE
from helpdesk.conversation.actions.making.table import ACTIONS as MAKING
from helpdesk.conversation.actions.news.table import ACTIONS as NEWS
from helpdesk.conversation.actions.questions.table import ACTIONS as QUESTIONS
from helpdesk.conversation.actions.reaching.table import ACTIONS as REACHING
from helpdesk.conversation.actions.waits.table import ACTIONS as WAITS

__all__ = ["ACTIONS", "Action", "Listing"]

ACTIONS: Mapping[str, Action] = {
    **MAKING,
    **HER_PLACE,
    **WAITS,
    **REACHING,
    **QUESTIONS,
    **NEWS,
    "mark_by_text": action(
        marking.mark_by_text,
        {
            "done": frozenset({"people", "outcome"}),
            "some": frozenset({"people", "outcome", "codes"}),
            "none": frozenset({"codes"}),
        },
    ),
}
