"""helpdesk/conversation/script/costing: what whole conversations cost, and the extremes of every flow."""

from pathlib import Path

import pytest

from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.script.costing.all_ways import all_ways
from helpdesk.conversation.script.costing.cost import NOTHING, Cost
from helpdesk.conversation.script.costing.costs import Prices, first_ways, flow_costs
from helpdesk.conversation.script.costing.extremes import Extremes, Price, extremes_of
from helpdesk.conversation.script.costing.journeys import JOURNEYS, Journey, NoSuchWay, journey_cost
from helpdesk.conversation.script.costing.turns import BEGINNING, turns_of
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from tests.conversation.script.one_flow import ACTIONS_HERE, LISTED, say
from tests.support.small_flows import flow_file, small_flows

SHIPPED = load()


def small(tmp_path: Path, steps: str, **files: str) -> Script:
    return load(small_flows(tmp_path, why=flow_file(steps), **files))


def extremes(script: Script) -> Extremes:
    (found,) = [
        flow for flow in flow_costs(script, Prices(script, actions=ACTIONS_HERE)) if flow.flow == "why"
    ]
    return found


TWICE = """
a:
  ask: "A?"
  choices:
    - { say: "B", to: b }
    - { say: "Lại", to: a }
    - { say: "Menu", to: flow menu }
b:
  say: "B."
  to: end done
"""


def test_the_ways_that_go_on_are_counted_and_a_step_back_is_none(tmp_path: Path) -> None:
    found = extremes(small(tmp_path, TWICE))
    assert found.ways == 2
    assert (found.cheapest.answers, found.cheapest.end) == ((("a", "3"),), "flow menu")
    assert (found.dearest.answers, found.dearest.end) == ((("a", "1"),), "end done")


def test_a_turn_says_what_stands_beside_the_question_that_follows(tmp_path: Path) -> None:
    steps = """
look:
  do: tell
  exits: { told: note }
note:
  say: "Ghi."
  to: which
which:
  ask: "Chọn?"
  choices:
    - { say: "Một", to: end done }
"""
    turns = turns_of(small(tmp_path, steps).structure, "why")
    ((begun,), (answered,)) = turns[BEGINNING], turns["which"]
    assert [said.spot[1] for said in begun.said] == ["note", "which"]
    assert (begun.question, answered.answer, answered.end) == ("which", "1", "end done")


def test_a_circle_of_actions_is_no_way(tmp_path: Path) -> None:
    steps = "a:\n  do: tell\n  exits: { told: b }\nb:\n  do: tell\n  exits: { told: a }"
    script = small(tmp_path, steps)
    prices = Prices(script, actions=ACTIONS_HERE)
    assert extremes_of(script.structure, "why", prices.turn, begun_by_us=False) is None


def test_a_way_costs_a_text_in_for_its_beginning_and_each_answer_and_the_segments_of_each_turn(
    tmp_path: Path,
) -> None:
    found = extremes(small(tmp_path, LISTED + say("{place}" + "a" * 150)))
    assert (found.cheapest.cost, found.dearest.cost) == (Cost(1, 0, 0, 0), Cost(2, 2, 3, 3))


def test_what_is_said_without_a_question_between_is_one_message(tmp_path: Path) -> None:
    found = extremes(small(tmp_path, 'a:\n  say: "A."\n  to: b\nb:\n  say: "B."\n  to: end done'))
    assert (found.ways, found.cheapest.cost) == (1, Cost(1, 1, 1, 1))


def test_typical_values_make_it_cheaper(tmp_path: Path) -> None:
    placeholders = f'place: {{ about: "nơi", longest: "{"a" * 170}", typical: "Tuộc" }}\n'
    script = small(
        tmp_path, f"a:\n  do: tell\n  exits: {{ told: told }}\n{say('{place}')}", placeholders=placeholders
    )
    assert extremes(script).dearest.cost == Cost(1, 1, 2, 1)


def test_what_we_start_costs_no_text_in(tmp_path: Path) -> None:
    text = flow_file(say("A"), head="starts_by_us: true")
    assert extremes(load(small_flows(tmp_path, why=text))).dearest.cost == Cost(0, 1, 1, 1)


def _walked(structure: Structure, flow: str, price: Price) -> list[Cost]:
    """What every way that goes on costs, each walked to its end."""
    turns = turns_of(structure, flow)
    order = list(turns)

    def on(question: str, spent: Cost) -> list[Cost]:
        found = []
        for turn in turns[question]:
            here = spent + price(turn.said) + (NOTHING if question == BEGINNING else Cost(1, 0, 0, 0))
            if turn.question is None:
                found.append(here)
            elif order.index(turn.question) > order.index(question):
                found += on(turn.question, here)
        return found

    return on(BEGINNING, Cost(1, 0, 0, 0))


@pytest.mark.parametrize("flow", ["cancel", "my_booking", "steps", "waits"])
def test_the_extremes_are_those_of_all_ways_walked_one_by_one(flow: str) -> None:
    prices = Prices(SHIPPED)
    found = extremes_of(SHIPPED.structure, flow, prices.turn, begun_by_us=False)
    walked = _walked(SHIPPED.structure, flow, prices.turn)
    assert found is not None
    assert found.ways == len(walked)
    ways = all_ways(SHIPPED.structure, flow, prices.turn, begun_by_us=False)
    assert [way.cost for way in ways] == walked
    assert found.dearest.cost.order == max(cost.order for cost in walked)
    assert found.cheapest.cost.order == min(cost.order for cost in walked)


def test_of_a_flow_with_more_ways_than_can_be_walked_the_first_are_shown() -> None:
    shown = first_ways(SHIPPED, Prices(SHIPPED), "book", at_most=5)
    assert len(shown) == 5
    assert all(way.end and way.cost.texts_in == 1 + len(way.answers) for way in shown)


def test_every_flow_has_its_extremes_and_every_question_can_be_come_to_by_going_on() -> None:
    assert [flow.flow for flow in flow_costs(SHIPPED, Prices(SHIPPED))] == list(SHIPPED.flows)
    behind = []
    for flow in SHIPPED.flows:
        turns = turns_of(SHIPPED.structure, flow)
        order, come_to = list(turns), {BEGINNING}
        for place, question in enumerate(order):
            led_to = {turn.question for turn in turns[question] if turn.question is not None}
            come_to |= {one for one in led_to if question in come_to and order.index(one) > place}
        behind += [f"{flow}.{question}" for question in turns if question not in come_to]
    assert behind == [], "such a step stands above what leads to it: put it further down in its file"


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
@pytest.mark.parametrize("language", SHIPPED.languages)
def test_the_shipped_flows_keep_the_budget_of_whole_conversations(journey: Journey, language: str) -> None:
    cost = journey_cost(SHIPPED, Prices(SHIPPED, language=language), journey)
    assert journey.most_in is not None
    assert journey.most_out is not None
    assert (cost.texts_in, cost.out) <= (journey.most_in, journey.most_out)
    assert cost.out <= journey.most_out
    assert cost.typical <= cost.out


def test_the_budgets_are_those_of_the_design() -> None:
    known = {journey.name: (journey.most_in, journey.most_out) for journey in JOURNEYS}
    assert known["first booking by menu, one person"] == (6, 9)
    assert known["booking by one text, known contact"] == (2, 1 + 2)
    assert known["booking by one text, first contact"] == (2, 2 + 2)


def test_a_journey_that_the_script_does_not_go_is_told(tmp_path: Path) -> None:
    script = small(tmp_path, TWICE)
    prices = Prices(script, actions=ACTIONS_HERE)
    for start, outcomes in (("why.c", {}), ("why.a", {"why.a": ["7"]})):
        with pytest.raises(NoSuchWay):
            journey_cost(script, prices, Journey("a", start, outcomes))
