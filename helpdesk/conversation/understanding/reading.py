"""What a text says, all of it: the topic and how sure that is, the people, the village, the day.

One reading for the live path and for `helpdesk understand`. It never guesses: what is in doubt is None, and a topic
that does not lead clearly is not sure, so that whoever wrote is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from helpdesk.conversation.understanding.taken_apart import take_apart
from helpdesk.conversation.understanding.topic_of_a_text import topic_of, traits_of
from helpdesk.conversation.understanding.topics.hearing import hear
from helpdesk.conversation.understanding.topics.learned.features import Views
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.days.vague_days import first_day_said, is_vague
from helpdesk.text.people.names_in_sentences import NamedPerson
from helpdesk.text.years.ages import born_by_age

Day = date
"""The same, where `date` is the name of a field."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. `confidence` from 0 to 1; `sure`: the topic is acted on without asking which is meant.

    `likeliest`: the topics that she is asked about where it is not sure, the likeliest first. `phones`: names and the
    numbers that stand beside them, E.164.
    """

    intent: str
    confidence: float
    sure: bool
    people: tuple[NamedPerson, ...]
    party: int
    place: Place | None
    places: tuple[Place, ...]
    date: date | None
    part_of_day: str | None
    likeliest: tuple[str, ...]
    phones: tuple[tuple[str, str], ...] = ()
    # A day is said that cannot be found in the calendar: lunar, impossible, or no more than a week or a month.
    unclear_day: bool = False
    # When somebody was born who is spoken of by an age, and not named: "cháu 5 tuổi".
    born: int | None = None
    # The first day of the week or the month that is said, where no day of it is.
    since: Day | None = None

    @property
    def village(self) -> Place | None:
        """The one village spoken of; a commune's centre is none."""
        return self.place if self.place is not None and self.place.kind is PlaceKind.VILLAGE else None

    @property
    def asks_when(self) -> bool:
        """Whether a day belongs to its topic: "mồng 5 được không" where a day is chosen."""
        return self.intent in ("book", "hours", "visit_when")


def read(text: str, *, today: date, places: Sequence[Place]) -> Reading:
    """Read a text of at most LONGEST characters as of a day in the commune, among these places. Never raises."""
    taken = take_apart(text, today, places)
    facts = taken.facts
    decision = topic_of(taken)
    none_said = facts.when.day is None and not facts.when.no_such_day
    since = first_day_said(taken.plain, today=today) if none_said else None
    return Reading(
        decision.topic,
        decision.confidence,
        decision.sure,
        tuple(person for person in facts.people if not person.nobody),
        facts.party,
        facts.spotted.place,
        facts.spotted.candidates,
        facts.when.day,
        facts.when.part_of_day,
        decision.likeliest,
        taken.phones,
        facts.when.day is None and (facts.when.no_such_day or is_vague(taken.plain)) and since is None,
        born_by_age(taken.tokens, taken=facts.taken, this_year=today.year),
        since,
    )


def traits(text: str, *, today: date, places: Sequence[Place]) -> Views:
    """What the learned weights look at in a text: see `learned.features`."""
    words = take_apart(text, today, places).words
    return traits_of(words, [one.idea for one in hear(words)])


def cut_at_people(text: str, *, today: date, places: Sequence[Place]) -> list[str]:
    """The text cut where the name of each person begins; the first part is what stands before all of them."""
    taken = take_apart(text, today, places)
    tokens = taken.tokens
    cuts = [0, *(tokens[person.start].start for person in taken.facts.people), len(taken.plain)]
    return [taken.plain[start:end] for start, end in pairwise(cuts)]
