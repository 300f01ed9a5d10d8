"""A question on several pages of which not all were shown: whoever answers it by SMS later is asked it whole first."""

from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.leading.not_all_read import NOT_ALL_SHOWN
from helpdesk.conversation.ussd.screen import Screen, name_of


def remember(scene: Scene, screen: Screen, *, pages: int) -> None:
    """Keep with the open question whether its last page was shown. Nothing is written for what has one page."""
    if screen.asked is None or screen.resuming or pages < 2:
        return
    conversation = store.load(scene.db, scene.contact.id)
    state, all_shown = conversation.state, max(screen.page, screen.seen) >= pages - 1
    if state is None or name_of(state) != screen.asked or _is_marked(state) == (not all_shown):
        return
    answers = {name: value for name, value in state.answers.items() if name != NOT_ALL_SHOWN}
    if not all_shown:
        answers[NOT_ALL_SHOWN] = screen.asked
    now = replace(conversation, state=replace(state, answers=answers))
    store.put(scene.db, scene.contact.id, now, now=scene.now)


def _is_marked(state: State) -> bool:
    return state.answers.get(NOT_ALL_SHOWN) == name_of(state)
