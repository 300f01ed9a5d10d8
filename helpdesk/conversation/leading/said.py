"""What every reader of a text may see, and what it gives back; the readers stand in order in `onward.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.conversation.actions.questions.topics import ELSE
from helpdesk.conversation.counting import NO_PHOTOS, WHICH_TOPIC
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import Input, Saying
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting.store import Conversation
from helpdesk.conversation.leading.asks import would_ask
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.messaging.last_said import last_said
from helpdesk.text.folding import matching_key

ASK_WHICH_FROM = frozenset({"menu", "questions", "unknown", WHICH_TOPIC})
"""Flows whose open question is no more than an offer of topics, so that another may take its place."""


@dataclass(frozen=True)
class Said:
    """A text, what it was understood as, and where it was said: all that a reader looks at.

    `state` is what it speaks to (None: nothing is asked), in the `structure` to which that is pinned; `conversation` is
    how she stood before, with what has lapsed since.
    """

    text: str
    understood: Understood
    state: State | None
    scene: Scene
    structure: Structure
    conversation: Conversation

    @cached_property
    def key(self) -> str:
        """The text's matching key."""
        return matching_key(self.text)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The steps that our last answer spoke, in order, as "bring.list"; empty where there was none yet."""
        return last_said(self.scene.db, self.scene.contact.id)

    @cached_property
    def told_of(self) -> tuple[str, ...]:
        """The flows of those steps, in order."""
        return tuple(step.partition(".")[0] for step in self.told)

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The topics that she was asked to choose from, where that is open; else the flows of our last answer."""
        if self.state is None or self.state.flow != WHICH_TOPIC:
            return self.told_of
        offered = (option["value"] for option in self.state.answers.get("choices", ()))
        return tuple(topic for topic in offered if topic != ELSE)

    @cached_property
    def hers(self) -> list[Booking]:
        """Her bookings of days to come, as they are before anything is made of this text."""
        return live_bookings_of(self.scene.db, self.scene.contact.id, now=self.scene.now)

    @property
    def script(self) -> Script:
        """The flows as they run now; what begins anew begins in them."""
        return self.scene.house.script

    @property
    def wants_silence(self) -> bool:
        """Whether she has opted out and asks nothing here: what we start is stopped, and her questions are answered."""
        return self.scene.contact.opted_out_at is not None and not would_ask(self.key)

    @property
    def stands_alone(self) -> bool:
        """Whether it is words of her own and nothing else: no answer to what is asked, nobody named and no day, from one
        who is not to be left in silence."""
        understood = self.understood
        return not (
            understood.answer is not None or {PEOPLE, DAY} & understood.facts.keys() or self.wants_silence
        )

    @property
    def flow(self) -> str | None:
        """The flow of the topic that it was understood as; None where it was none."""
        intent = self.understood.intent
        if intent is None or intent == NO_PHOTOS:
            return intent
        return self.script.flow_for("menu" if intent == "back" else intent)


@dataclass(frozen=True, slots=True)
class Onward:
    """What the engine is told (None: silence is the answer), and whether that begins a conversation anew.

    `only_says`: said beside the open question, which stays as it is. `noted_as`: what the text is counted as, where that
    is not what it was understood as. `stands`: what the open question is with what `only_says`, where that changes it.
    """

    given: Input | None
    anew: bool = False
    noted_as: str | None = None
    only_says: Saying | None = None
    stands: State | None = None


Reader = Callable[[Said], Onward | None]
"""One idea of what a text may be: what the engine is told if it is that, None if it is not."""
