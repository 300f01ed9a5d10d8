"""Whole journeys by name, and what they may cost: walked in the script by the outcomes that make them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.conversation.engine.structure import Ask, Say, Structure
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.spoken import Said
from helpdesk.conversation.script.costing.cost import Cost
from helpdesk.conversation.script.costing.costs import Prices
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.ways import Spot, spot_at, ways_out

Outcomes = Mapping[str, Sequence[str]]
"""By "flow.step", the outcomes it turns out to have, one for each time one comes there; the last stays."""


@dataclass(frozen=True, slots=True)
class Journey:
    """`most_in` and `most_out` are texts in and segments out that it may cost at its longest; None: nobody said."""

    name: str
    start: str
    outcomes: Outcomes = field(default_factory=dict)
    most_in: int | None = None
    most_out: int | None = None
    by_us: bool = False


class NoSuchWay(ValueError):
    """The script does not go the way of a journey."""


_CHOOSING = {
    "menu.menu": ["3"],
    "book.missing": ["place", "opening"],
    "book.where": ["chosen"],
    "book.openings": ["found"],
    "book.which_opening": ["chosen"],
    "book.names": ["unknown"],
    "book.who": ["named"],
    "book.reserve": ["booked"],
    "book.reminded": ["told"],
}
_FIRST = {"book.check": ["first_time"], "book.consent": ["1"]}
_KNOWN = {"book.check": ["known"], "book.again": ["new"], "book.confirm": ["1"]}
_ALL_SAID = {"book.missing": ["ready"]}

JOURNEYS = (
    Journey("first booking by menu, one person", "menu.menu", {**_CHOOSING, **_FIRST}, 6, 9),
    Journey("booking by menu, known contact", "menu.menu", {**_CHOOSING, **_KNOWN}, 6, 8),
    Journey("booking by one text, first contact", "book.missing", {**_CHOOSING, **_ALL_SAID, **_FIRST}, 2, 4),
    Journey("booking by one text, known contact", "book.missing", {**_CHOOSING, **_ALL_SAID, **_KNOWN}, 2, 3),
    Journey(
        "cancelling one booking of one person",
        "cancel.find",
        {
            "cancel.find": ["one"],
            "cancel.persons": ["one"],
            "cancel.all_again": ["first"],
            "cancel.sure": ["1"],
            "cancel.cancel_all": ["cancelled"],
            "cancel.all_gone": ["all"],
        },
        2,
        2,
    ),
    Journey(
        "reminder, and she comes",
        "reminder.look",
        {"reminder.look": ["one"], "reminder.one": ["1"], "reminder.coming": ["done"]},
        by_us=True,
        most_in=1,
        most_out=3,
    ),
    Journey("a question: what to bring", "bring.list", {}, 1, 1),
    Journey(
        "not understood twice, called back",
        "unknown.short_menu",
        {
            "unknown.short_menu": ["stuck"],
            "stuck.offer": ["1"],
            "callback.whose": ["known"],
            "callback.ask_for_call": ["done"],
        },
        3,
        3,
    ),
)


def journey_cost(script: Script, prices: Prices, journey: Journey) -> Cost:
    """What a journey costs. Raises NoSuchWay where the script has no such step or outcome."""
    flow, _, step = journey.start.partition(".")
    turns: list[list[Said]] = [[]]
    answers = 0
    spot: Spot | None = (flow, step)
    visits: dict[Spot, int] = {}
    while spot is not None:
        spot, said, answered = _on(script.structure, journey, spot, visits)
        turns[-1] += said
        if answered:
            answers += 1
            turns.append([])
    return prices.cost(turns, texts_in=answers + (0 if journey.by_us else 1))


def _on(
    structure: Structure, journey: Journey, spot: Spot, visits: dict[Spot, int]
) -> tuple[Spot | None, list[Said], bool]:
    """The next step, what this one says, and whether a text answers it."""
    flow, name = spot
    if flow not in structure.flows or name not in structure.flows[flow].steps:
        raise NoSuchWay(f"{journey.name}: there is no step {flow}.{name}")
    step = structure.step(flow, name)
    asks = isinstance(step, Ask)
    said = [Said(spot, Slot.ASK if asks else Slot.SAY)] if isinstance(step, (Say, Ask)) else []
    ways = dict(ways_out(step))
    outcomes = journey.outcomes.get(f"{flow}.{name}", ())
    if not outcomes and asks:
        return None, said, False
    place = visits.get(spot, 0)
    visits[spot] = place + 1
    outcome = outcomes[min(place, len(outcomes) - 1)] if outcomes else next(iter(ways))
    if outcome not in ways or (not outcomes and len(ways) > 1) or place > len(outcomes) + 1:
        raise NoSuchWay(f"{journey.name}: {flow}.{name} does not lead on by '{outcome}'")
    return spot_at(structure, flow, ways[outcome]), said, asks
