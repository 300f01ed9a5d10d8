"""What stands on the screen: a text with a page of it, and how that goes with where the conversation stands."""

from dataclasses import dataclass, replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting.store import Conversation
from helpdesk.conversation.playing import word
from helpdesk.conversation.rendering.page_keys import BACK, MORE, page_keys
from helpdesk.conversation.ussd.sessions import Session
from helpdesk.text.ussd_pages import pages, plain

DIALLED, TURNED, RESUMED = "dial", "page", "resume"
"""What turns are noted as that say nothing to a question: a session opened, a page turned, a question taken up again."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A text, all of it, and the page of it that is shown. `asked`: "flow.step" of the question in it, where there is one;
    `sayings`: what was said for the first time; `noted_as`: what the turn is noted as, unless that is done."""

    text: str
    noted_as: str | None = None
    asked: str | None = None
    resuming: bool = False
    page: int = 0
    seen: int = 0
    sayings: tuple[Saying, ...] = ()

    @property
    def over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.asked is None and not self.resuming


def name_of(state: State | None) -> str | None:
    """The question that a state waits on, as sessions keep it."""
    return f"{state.flow}.{state.step}" if state else None


def words_of(scene: Scene, sayings: tuple[Saying, ...]) -> str:
    """All that was said as one text for pages; empty for silence."""
    return plain("\n".join(word(scene, sayings, mode="ussd")))


def question_of(state: State) -> tuple[Saying, ...]:
    """The open question, to be asked again."""
    return (Saying(state.flow, state.step, Slot.ASK, state.answers),)


def paged(scene: Scene, text: str) -> tuple[str, ...]:
    """The pages of a text, turned in the contact's language."""
    more, back = page_keys(scene.house.script.phrases, scene.contact.language)
    return pages(text, more=more, back=back)


def turned(session: Session, key: str, text: str, pages_: tuple[str, ...]) -> Screen | None:
    """Another page of the same text; None where the key turns none."""
    last = len(pages_) - 1
    if key == MORE:
        page = min(session.page + 1, last)
    elif key == BACK and session.page > 0:
        page = session.page - 1
    else:
        return None
    return page_of(session, text, page)


def page_of(session: Session, text: str, page: int) -> Screen:
    """A page of the text that is before her."""
    seen = max(session.seen, page)
    return Screen(text, TURNED, session.asked, session.resuming, page, seen)


def as_on_screen(conversation: Conversation, asked: str | None) -> Conversation | None:
    """The conversation with the question on top that her screen shows; None where that is not open any more.

    A reminder may have come by SMS meanwhile, or an answer been sent from the same phone. On a screen "1" is said to
    what stands there; what came on top waits below until that is done.
    """
    state = conversation.state
    if name_of(state) == asked:
        return conversation
    if state is None:
        return None
    for place, lower in enumerate(state.below):
        if name_of(lower) == asked:
            others = (*state.below[:place], *state.below[place + 1 :])
            top = replace(lower, below=(replace(state, below=()), *others))
            return replace(conversation, state=top)
    return None
