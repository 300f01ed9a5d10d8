"""helpdesk/conversation/script/checking/check.py: everything that is wrong, at once."""

from pathlib import Path

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.script.checking.check import check, check_folder
from helpdesk.conversation.script.checking.walks import BEGUN_BY_US
from helpdesk.conversation.script.load import load
from tests.conversation.script.one_flow import ACTIONS_HERE, found
from tests.support.small_flows import flow_file, small_flows


def test_all_faults_are_told_at_once_in_the_order_of_their_places_form_and_sense_together(
    tmp_path: Path,
) -> None:
    why = flow_file('a:\n  say: "A & miễn phí"\n  to: b\nb:\n  ask: "B"\n')
    where = flow_file("a:\n  do: dance\n  exits: { done: end a }", name="where", head="intents: [nowhere]")
    folder = small_flows(tmp_path, why=why, where=where)
    assert check_folder(folder, actions=ACTIONS_HERE) == [
        "flows/where.yaml:3: there is no intent 'nowhere'",
        "flows/where.yaml:6: there is no action 'dance'; known: look, look_closer, tell",
        "flows/why.yaml:6: '&' is refused by brand-name gateways",
        "flows/why.yaml:6: 'miễn phí' may never be said: the commune decides",
        "flows/why.yaml:9: a question needs 'choices' or 'exits'",
    ]


def test_what_could_not_be_read_is_not_held_against_what_leads_to_it(tmp_path: Path) -> None:
    where = flow_file('a:\n  say: "A"\n  to: flow why', name="where", head="intents: [where]")
    assert check_folder(small_flows(tmp_path, why="flow: why", where=where)) == [
        "flows/why.yaml:1: a flow needs 'title'"
    ]


def test_lines_are_sorted_as_numbers(tmp_path: Path) -> None:
    steps = (
        "\n".join(f's{n}:\n  say: "&"\n  to: s{n + 1}' for n in range(4)) + '\ns4:\n  say: "&"\n  to: end a'
    )
    lines = [int(fault.split(":")[0]) for fault in found(tmp_path, steps)]
    assert lines == [6, 9, 12, 15, 18]


def test_a_small_folder_without_a_fault_has_none(tmp_path: Path) -> None:
    folder = small_flows(tmp_path)
    assert check_folder(folder) == []
    assert check(load(folder), actions=ACTIONS) == []


def test_a_folder_without_flows_is_told_what_it_needs(tmp_path: Path) -> None:
    folder = tmp_path / "flows"
    folder.mkdir()
    faults = check_folder(folder)
    assert [fault for fault in faults if "there is no such file" in fault] == [
        f"flows/{name}.yaml:1: there is no such file" for name in ("forbidden", "phrases", "placeholders")
    ]
    assert [fault for fault in faults if "there is no such file" not in fault] == [
        f"flows/{name}.yaml:1: the program turns to a flow '{name}', and there is none"
        for name in sorted(BEGUN_BY_US)
    ]
