"""What `helpdesk flows check --costs` prints: what whole conversations cost, as a table or as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

import click

from helpdesk.conversation.script.costing.cost import Cost
from helpdesk.conversation.script.costing.costs import Prices, first_ways, flow_costs
from helpdesk.conversation.script.costing.extremes import Extremes, Way
from helpdesk.conversation.script.costing.journeys import JOURNEYS, Journey, NoSuchWay, journey_cost
from helpdesk.conversation.script.model import Script

_HEAD = f"{'in':>4}{'messages':>10}{'segments':>10}{'typical':>9}"


def costs_told(script: Script, *, language: str, as_json: bool, ways: int = 0) -> bool:
    """Print the costs in one language, with so many `ways` of each flow; whether every journey keeps its budget."""
    prices = Prices(script, language=language)
    journeys = [(journey, _cost(script, prices, journey)) for journey in JOURNEYS]
    flows = flow_costs(script, prices)
    paths = {flow.flow: first_ways(script, prices, flow.flow, at_most=ways) for flow in flows if ways}
    if as_json:
        click.echo(json.dumps(_plain(journeys, flows, paths), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join([*_table(journeys, flows), *_paths(flows, paths)]))
    return all(cost is None or not _over(journey, cost) for journey, cost in journeys)


def _cost(script: Script, prices: Prices, journey: Journey) -> Cost | None:
    try:
        return journey_cost(script, prices, journey)
    except NoSuchWay:
        return None


def _over(journey: Journey, cost: Cost) -> bool:
    return cost.texts_in > (journey.most_in or cost.texts_in) or cost.out > (journey.most_out or cost.out)


def _table(journeys: Sequence[tuple[Journey, Cost | None]], flows: Sequence[Extremes]) -> Iterator[str]:
    yield "Segments out are with every value at its longest; 'typical' with values as they mostly are."
    yield ""
    yield f"{'whole conversation':<40}{_HEAD}   budget"
    for journey, cost in journeys:
        if cost is None:
            yield f"{journey.name:<40}   not in these flows"
        else:
            told = f"{journey.most_in or '-'} in, {journey.most_out or '-'} out"
            over = "   OVER" if _over(journey, cost) else ""
            yield f"{journey.name:<40}{_figures(cost)}   {told}{over}"
    yield ""
    yield "Ways through each flow, each question further on than the one before; who goes back pays once more."
    yield ""
    yield f"{'flow':<26}{'ways':>14}  {'':<10}{_HEAD}   answers > where it leads"
    for flow in flows:
        same = flow.cheapest.cost == flow.dearest.cost
        yield f"{flow.flow:<26}{flow.ways:>14,}  {'each' if same else 'cheapest':<10}{_line(flow.cheapest)}"
        if not same:
            yield f"{'':<40}  {'dearest':<10}{_line(flow.dearest)}"


def _paths(flows: Sequence[Extremes], paths: Mapping[str, Sequence[Way]]) -> Iterator[str]:
    """Each way of each flow on a line of its own, below how many there are."""
    for flow in flows:
        if flow.flow in paths:
            shown = len(paths[flow.flow])
            told = (
                f"all {shown:,} ways" if shown == flow.ways else f"the first {shown:,} of {flow.ways:,} ways"
            )
            yield ""
            yield f"{f'{flow.flow}: {told}':<40}{_HEAD}   answers > where it leads"
            yield from (f"{'':<40}{_line(way)}" for way in paths[flow.flow])


def _line(way: Way) -> str:
    return f"{_figures(way.cost)}   {_told(way)}"


def _figures(cost: Cost) -> str:
    return f"{cost.texts_in:>4}{cost.messages_out:>10}{cost.out:>10}{cost.typical:>9}"


def _told(way: Way) -> str:
    return " > ".join([*(f"{question} {answer}" for question, answer in way.answers), way.end])


def _plain(
    journeys: Sequence[tuple[Journey, Cost | None]],
    flows: Sequence[Extremes],
    paths: Mapping[str, Sequence[Way]],
) -> dict[str, object]:
    return {
        "conversations": [
            {"name": journey.name, "most_in": journey.most_in, "most_out": journey.most_out, **asdict(cost)}
            for journey, cost in journeys
            if cost is not None
        ],
        "flows": [
            {
                "flow": flow.flow,
                "ways": flow.ways,
                "cheapest": _as_plain(flow.cheapest),
                "dearest": _as_plain(flow.dearest),
                **({"paths": [_as_plain(way) for way in paths[flow.flow]]} if flow.flow in paths else {}),
            }
            for flow in flows
        ],
    }


def _as_plain(way: Way) -> dict[str, object]:
    return {"answers": _told(way), **asdict(way.cost)}
