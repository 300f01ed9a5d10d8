"""What `helpdesk flows check --costs` prints: what whole conversations cost, as a table or as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import click

from helpdesk.conversation.script.costing.costs import Cost, PathCost, Prices, path_costs
from helpdesk.conversation.script.costing.journeys import JOURNEYS, Journey, NoSuchWay, journey_cost
from helpdesk.conversation.script.model import Script

_HEAD = f"{'in':>4}{'messages':>10}{'segments':>10}{'typical':>9}"


def costs_told(script: Script, *, language: str, as_json: bool) -> bool:
    """Print the costs in one language; whether every journey keeps its budget."""
    prices = Prices(script, language=language)
    journeys = [(journey, _cost(script, prices, journey)) for journey in JOURNEYS]
    paths = list(path_costs(script, prices))
    if as_json:
        click.echo(json.dumps(_plain(journeys, paths), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_table(journeys, paths)))
    return all(cost is None or not _over(journey, cost) for journey, cost in journeys)


def _cost(script: Script, prices: Prices, journey: Journey) -> Cost | None:
    try:
        return journey_cost(script, prices, journey)
    except NoSuchWay:
        return None


def _over(journey: Journey, cost: Cost) -> bool:
    return cost.texts_in > (journey.most_in or cost.texts_in) or cost.out > (journey.most_out or cost.out)


def _table(journeys: Sequence[tuple[Journey, Cost | None]], paths: Sequence[PathCost]) -> Iterator[str]:
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
    yield f"{'flow':<22}{'paths':>6}  {'':<10}{_HEAD}   answers > where it leads"
    for flow in dict.fromkeys(path.flow for path in paths):
        ways = sorted((path for path in paths if path.flow == flow), key=lambda path: path.cost.order)
        cheapest, dearest = ways[0], ways[-1]
        same = cheapest.cost == dearest.cost
        yield f"{flow:<22}{len(ways):>6}  {'each' if same else 'cheapest':<10}{_line(cheapest)}"
        if not same:
            yield f"{'':<28}  {'dearest':<10}{_line(dearest)}"


def _line(path: PathCost) -> str:
    return f"{_figures(path.cost)}   {_way(path)}"


def _figures(cost: Cost) -> str:
    return f"{cost.texts_in:>4}{cost.messages_out:>10}{cost.out:>10}{cost.typical:>9}"


def _way(path: PathCost) -> str:
    answers = [f"{step} {outcome}" for (_, step), outcome in path.path.answered]
    return " > ".join([*answers, path.path.end])


def _plain(journeys: Sequence[tuple[Journey, Cost | None]], paths: Sequence[PathCost]) -> dict[str, object]:
    return {
        "conversations": [
            {"name": journey.name, "most_in": journey.most_in, "most_out": journey.most_out, **asdict(cost)}
            for journey, cost in journeys
            if cost is not None
        ],
        "paths": [
            {"flow": path.flow, "answers": _way(path), "end": path.path.end, **asdict(path.cost)}
            for path in paths
        ],
    }
