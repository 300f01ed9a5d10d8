"""Flows of a few steps, checked against a few pretended actions."""

from pathlib import Path

from helpdesk.conversation.actions.table import Action, Listing
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.script.checking.check import check_folder
from tests.support.small_flows import flow_file, small_flows

NOTHING: frozenset[str] = frozenset()


def pretend(outcomes: dict[str, frozenset[str]], **lists: Listing) -> Action:
    return Action(lambda *_: Happened("found"), outcomes, lists)


PLACE = frozenset({"place"})
ACTIONS_HERE = {
    "look": pretend({"found": NOTHING, "none": NOTHING}, places=Listing("found", PLACE, 3)),
    "look_closer": pretend({"found": NOTHING}, places=Listing("found", PLACE | {"when"}, 2)),
    "tell": pretend({"told": PLACE | {"code"}}),
}

CHOICE = 'choices: [{ say: "Vâng", to: end done }]'


def found(tmp_path: Path, steps: str, *, head: str = "intents: [why]", **files: str) -> list[str]:
    """The faults of a flow of these steps, without the name of its file; they begin on line 5."""
    folder = small_flows(tmp_path, why=flow_file(steps, head=head), **files)
    return [fault.removeprefix("flows/why.yaml:") for fault in check_folder(folder, actions=ACTIONS_HERE)]


def ask(more: str) -> str:
    return f'asked:\n  ask: "Nơi nào?"\n  {more}\n'


def say(words: str) -> str:
    return f'told:\n  say: "{words}"\n  to: end done\n'


LISTED = """
look:
  do: look
  exits:
    found: which
    none: end none
which:
  ask: "Nơi nào?"
  options: places
  option: "{place}"
  keep: place_id
  exits:
    chosen: told
"""
