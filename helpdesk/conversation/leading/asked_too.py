"""Several short questions in one text, or questions beside a booking: each is answered, and then what is open is asked."""

from dataclasses import replace

from helpdesk.clock import local_date
from helpdesk.conversation.engine.limits import HER_OWN, MAX_BELOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Structure
from helpdesk.conversation.engine.turns import Slot, Start
from helpdesk.conversation.leading.beginning import begun
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS, is_draft
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import stays_open
from helpdesk.conversation.understanding.bookings.one_text import facts_of
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.topics.several_questions import asked_in, questions_of
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.places.communes import all_places
from helpdesk.text.folding import fold

ANSWERED = 2
"""Questions that are answered one after the other; a third where all is no more than two segments."""

ROOM = 300
"""Characters for the answers to three questions."""

ASK_THEMSELVES = frozenset({"visit_when", "elderly_home", "free_sim", "loan_phone"})
"""Flows of topics that end in a question: what else is asked is answered before it."""

AT_LENGTH = 4
"""Words of a part that asks something by itself."""

ASK_APART = "ask_apart"
"""The flow that says that some questions were not answered."""

TOLD_BY_THE_ECHO = frozenset({"where", "hours", "duration", "eligibility", "visit_when"})
"""Topics of a question beside a booking that is about that booking ("thứ 4 được không"): its echo says where and when."""


def asked_at_once(said: Said) -> Onward | None:
    """The answers where a text is not clear as a whole, and each of its questions is: "mang gì, ở đâu, bao lâu"."""
    if said.understood.intent is not None or said.understood.answer is not None or said.wants_silence:
        return None
    if not said.understood.doubt and said.state is not None:
        return None
    flows = _asked(said, said.structure if stays_open(said.state) else said.script.structure, books=False)
    return _answers(said, flows, books=False) if len(flows) > 1 else None


def asked_too(said: Said) -> Onward | None:
    """What else she asks in a text that has one clear topic, or books: the answers, in order, before what is open."""
    if said.understood.intent is None or said.understood.answer is not None:
        return None
    said = _with_who_is_named(said)
    books = said.flow == BOOKS
    if books and not said.understood.facts:
        return None
    structure = said.script.structure if books or not stays_open(said.state) else said.structure
    flows = _asked(said, structure, books=books)
    if flows == [said.flow] and not books and _asks_more(said):
        return _answers(said, flows, books=False, left=True)
    if said.flow in ASK_THEMSELVES and flows and not is_draft(said.state):
        return _before_its_question(said, flows)
    if not flows or not (books or (said.flow in flows and len(flows) > 1)):
        return None
    return _answers(said, flows, books=books)


def _before_its_question(said: Said, flows: list[str]) -> Onward | None:
    """An answer, and then the flow of the topic, which asks something itself: one question at a time, and it is the last."""
    if said.flow is None or any(flow not in said.script.structure.flows for flow in (flows[0], said.flow)):
        return None
    asks = State(said.flow, said.script.structure.flows[said.flow].start, dict(said.understood.facts))
    return Onward(Start(flows[0], below=(asks,)), anew=True)


def _asks_more(said: Said) -> bool:
    """Whether the text asks something at length beside what is answered: she is told that it was not."""
    parts = questions_of(said.text)
    return len(parts) > 1 and all(len(part.split()) >= AT_LENGTH for part in parts)


def _answers(said: Said, flows: list[str], *, books: bool, left: bool = False) -> Onward | None:
    """What is told of these, one after the other, and what is open behind them. `left`: not all was understood."""
    anew = books or not stays_open(said.state)
    first, *others = _with_what_fits(said, flows, alone=anew and not books)
    if left and ASK_APART in said.script.flows:
        others = [*others, ASK_APART]
    structure = said.script.structure if anew else said.structure
    below = (
        *(State(flow, structure.flows[flow].start) for flow in others if flow in structure.flows),
        *(_booking(said) if books else _open(said.state, anew=anew)),
    )
    # What lies too deep is forgotten: then she had better ask again.
    return Onward(Start(first, below=below), anew=anew) if len(below) <= MAX_BELOW else None


def _with_what_fits(said: Said, flows: list[str], *, alone: bool) -> list[str]:
    """The flows that are answered now; where some are not, that they are to be asked apart."""
    taken = flows[: ANSWERED + 1] if alone else flows[:ANSWERED]
    while len(taken) > ANSWERED and sum(_characters(said, flow) for flow in taken) > ROOM:
        taken = taken[:-1]
    return taken if len(taken) == len(flows) or ASK_APART not in said.script.flows else [*taken, ASK_APART]


def _characters(said: Said, flow: str) -> int:
    """About how long an answer is."""
    texts = said.script.flows[flow].texts.values()
    slots = (text.slots[Slot.SAY] for text in texts if Slot.SAY in text.slots)
    return sum(len(fold(text.fallback or text.sms).replace("{how_to_book}", "")) for text in slots)


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
