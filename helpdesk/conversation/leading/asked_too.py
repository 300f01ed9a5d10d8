"""Several short questions in one text, or questions beside a booking: each is answered, and then what is open is asked."""

from dataclasses import replace

from helpdesk.clock import local_date
from helpdesk.conversation.engine.limits import HER_OWN, MAX_BELOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Structure
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.beginning import begun
from helpdesk.conversation.leading.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import stays_open
from helpdesk.conversation.understanding.one_text import facts_of
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.several_questions import asked_in
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.places.communes import all_places

ANSWERED = 2
"""Questions that are answered one after the other: more would be too many messages."""

TOLD_BY_THE_ECHO = frozenset({"where", "hours", "duration", "eligibility", "visit_when"})
"""Topics of a question beside a booking that is about that booking ("thứ 4 được không"): its echo says where and when."""


def asked_too(said: Said) -> Onward | None:
    """What else she asks in a text that has one clear topic, or books: the answers, in order, before what is open."""
    if said.understood.intent is None or said.understood.answer is not None:
        return None
    said = _with_who_is_named(said)
    books = said.flow == BOOKS
    if books and not said.understood.facts:
        return None
    anew = books or not stays_open(said.state)
    flows = _asked(said, said.script.structure if anew else said.structure, books=books)
    if not flows or not (books or (said.flow in flows and len(flows) > 1)):
        return None
    first, *second = flows[:ANSWERED]
    structure = said.script.structure if anew else said.structure
    below = (
        *(State(flow, structure.flows[flow].start) for flow in second),
        *(_booking(said) if books else _open(said.state, anew=anew)),
    )
    # What lies too deep is forgotten: then she had better ask again.
    return Onward(Start(first, below=below), anew=anew) if len(below) <= MAX_BELOW else None


def _with_who_is_named(said: Said) -> Said:
    """The same as a booking, where somebody with her birth year is named beside questions in the middle of one."""
    if said.state is None or said.state.flow != BOOKS or said.flow == BOOKS:
        return said
    reading = read(said.text, today=local_date(said.scene.now), places=())
    if not any(person.birth_year for person in reading.people):
        return said
    return replace(said, understood=Understood(intent=BOOKS, facts=facts_of(reading)))


def _asked(said: Said, structure: Structure, *, books: bool) -> list[str]:
    """The flows that answer the questions in the text, of those that answer at once and ask nothing themselves."""
    today, db = local_date(said.scene.now), said.scene.db
    topics = asked_in(said.text, today=today, places=lambda: all_places(db))
    wanted = (topic for topic in topics if not (books and topic in TOLD_BY_THE_ECHO))
    flows = (said.script.flow_for(topic) for topic in wanted)
    return [flow for flow in flows if flow is not None and _answers_at_once(structure, flow)]


def _answers_at_once(structure: Structure, name: str) -> bool:
    flow = structure.flows.get(name)
    return flow is not None and flow.aside and not any(isinstance(step, Ask) for step in flow.steps.values())


def _open(state: State | None, *, anew: bool) -> tuple[State, ...]:
    return () if state is None or anew else (replace(state, below=()), *state.below)


def _booking(said: Said) -> tuple[State, ...]:
    """The booking that the text asks for, to be asked about when the answers are given; what waits stays below it."""
    start = begun(said).given
    assert isinstance(start, Start)  # noqa: S101 - a wish begins a flow
    known = said.state.answers if said.state is not None else {}
    hers = {name: value for name, value in known.items() if name.startswith(HER_OWN)}
    first = said.script.structure.flows[BOOKS].start
    return (State(BOOKS, first, {**hers, **start.facts}), *start.below)
