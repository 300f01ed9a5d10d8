"""The table of actions is made of the folders' tables."""

from helpdesk.conversation.actions.her_place.table import ACTIONS as HER_PLACE
from helpdesk.conversation.actions.making.table import ACTIONS as MAKING
from helpdesk.conversation.actions.news.table import ACTIONS as NEWS
from helpdesk.conversation.actions.questions.table import ACTIONS as QUESTIONS
from helpdesk.conversation.actions.reaching.table import ACTIONS as REACHING
from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.actions.waits.table import ACTIONS as WAITS


def test_no_action_stands_in_two_tables() -> None:
    folders = (MAKING, HER_PLACE, WAITS, REACHING, QUESTIONS, NEWS)
    assert len(ACTIONS) == sum(map(len, folders)) + 1  # what officials mark by text belongs to no folder
