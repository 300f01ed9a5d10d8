"""helpdesk/conversation/script/costing/paths.py, costs.py and journeys.py: what whole conversations cost."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.costing.costs import Cost, Prices, path_costs
from helpdesk.conversation.script.costing.journeys import JOURNEYS, Journey, NoSuchWay, journey_cost
from helpdesk.conversation.script.costing.paths import paths
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from tests.conversation.script.one_flow import ACTIONS_HERE, LISTED, say
from tests.support.small_flows import flow_file, small_flows

SHIPPED = load()


def small(tmp_path: Path, steps: str, **files: str) -> Script:
    return load(small_flows(tmp_path, why=flow_file(steps), **files))


def walked(script: Script) -> list[tuple[list[str], str]]:
    return [([outcome for _, outcome in path.answered], path.end) for path in paths(script.structure, "why")]


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


def test_every_way_to_an_end_is_a_path_and_each_exit_is_taken_once(tmp_path: Path) -> None:
    assert walked(small(tmp_path, TWICE)) == [
        (["1"], "end done"),
        (["2", "1"], "end done"),
        (["2", "3"], "flow menu"),
        (["3"], "flow menu"),
    ]


def test_paths_are_bounded(tmp_path: Path) -> None:
    script = small(tmp_path, TWICE)
    assert len(list(paths(script.structure, "why", most=2))) == 2


def test_a_circle_of_actions_is_no_path(tmp_path: Path) -> None:
    steps = "a:\n  do: tell\n  exits: { told: b }\nb:\n  do: tell\n  exits: { told: a }"
    assert walked(small(tmp_path, steps)) == []


def costs(script: Script) -> list[Cost]:
    prices = Prices(script, actions=ACTIONS_HERE)
    return [path.cost for path in path_costs(script, prices) if path.flow == "why"]


def test_a_path_costs_a_text_in_for_its_beginning_and_each_answer_and_the_segments_of_each_turn(
    tmp_path: Path,
) -> None:
    found = costs(small(tmp_path, LISTED + say("{place}" + "a" * 150)))
    assert found == [Cost(2, 2, 3, 3), Cost(1, 0, 0, 0)]


def test_what_is_said_without_a_question_between_is_one_message(tmp_path: Path) -> None:
    assert costs(small(tmp_path, 'a:\n  say: "A."\n  to: b\nb:\n  say: "B."\n  to: end done')) == [
        Cost(1, 1, 1, 1)
    ]


def test_typical_values_make_it_cheaper(tmp_path: Path) -> None:
    placeholders = f'place: {{ about: "nơi", longest: "{"a" * 170}", typical: "Tuộc" }}\n'
    script = small(
        tmp_path, f"a:\n  do: tell\n  exits: {{ told: told }}\n{say('{place}')}", placeholders=placeholders
    )
    assert costs(script) == [Cost(1, 1, 2, 1)]


def test_what_we_start_costs_no_text_in(tmp_path: Path) -> None:
    text = flow_file(say("A"), head="starts_by_us: true")
    assert costs(load(small_flows(tmp_path, why=text))) == [Cost(0, 1, 1, 1)]


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
