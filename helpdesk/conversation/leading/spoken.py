"""A text in the place where it is said: what its meaning is read from, and who reads it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.understand import Here, Question, Understood
from helpdesk.text.folding import matching_key


@dataclass(frozen=True)
class Spoken:
    """A text, and the state that it is said to (None: nothing is asked)."""

    text: str
    state: State | None
    scene: Scene
    structure: Structure
    here: Here

    @cached_property
    def key(self) -> str:
        """The text's matching key."""
        return matching_key(self.text)

    @cached_property
    def question(self) -> Question | None:
        """The open question, as the understanding is told of it; None where nothing is asked."""
        ask, state = open_question(self.structure, self.state), self.state
        if ask is None or state is None:
            return None
        texts = self.scene.house.script.texts(state.flow, state.step, self.scene.contact.language)
        return Question(
            ask=ask,
            labels=[label.sms for label in texts.labels],
            answers=state.answers,
            # Level 2 is not tied to residence: she may name a place of any commune.
            places=self.here.places,
            this_year=self.here.today.year,
            books=state.flow == "book",
        )

    def to(self, state: State) -> "Spoken":
        """The same text, said to another state."""
        return replace(self, state=state)


MeaningReader = Callable[[Spoken], Understood | None]
"""One way in which a text can mean something where it is said; None where it means nothing in that way."""
