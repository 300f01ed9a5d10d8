"""Everything that is wrong with a script, at once: what `helpdesk flows check` refuses."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path, PurePosixPath

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.checking.asks_commune import asks_commune_faults
from helpdesk.conversation.script.checking.budgets import budget_faults
from helpdesk.conversation.script.checking.exits import exit_faults
from helpdesk.conversation.script.checking.intents import intent_faults
from helpdesk.conversation.script.checking.one_way import one_way_faults
from helpdesk.conversation.script.checking.overlays import language_faults
from helpdesk.conversation.script.checking.text_next import text_next_faults
from helpdesk.conversation.script.checking.ussd import ussd_faults
from helpdesk.conversation.script.checking.values import known_faults
from helpdesk.conversation.script.checking.walks import way_faults
from helpdesk.conversation.script.checking.wording import wording_faults
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.load import FLOWS, read_folder
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.understanding.answers.expectations import EXPECTATIONS, Expectation


def check(
    script: Script,
    *,
    actions: Mapping[str, Action] = ACTIONS,
    expectations: Mapping[str, Expectation] = EXPECTATIONS,
) -> list[str]:
    """Every fault as "file:line: why", sorted by place; none for a script that may be used."""
    return _lines(_faults(script, actions, expectations, half_read=frozenset()))


def faults_of(script: Script, *, actions: Mapping[str, Action] = ACTIONS) -> frozenset[Fault]:
    """Every fault of a script that was read whole."""
    return frozenset(_faults(script, actions, EXPECTATIONS, half_read=frozenset()))


def check_folder(
    folder: Path = FLOWS,
    *,
    actions: Mapping[str, Action] = ACTIONS,
    expectations: Mapping[str, Expectation] = EXPECTATIONS,
) -> list[str]:
    """Like `check`, with the faults of form for which a folder would not even load.

    Of a flow with such faults only what was read is checked: nothing is said about ways through what was not.
    """
    script, found = read_folder(folder)
    form = [Fault.parse(line) for line in found]
    at_fault = [PurePosixPath(fault.file) for fault in form]
    half_read = frozenset(path.stem for path in at_fault if path.parent.name == script.folder)
    return _lines([*form, *_faults(script, actions, expectations, half_read=half_read)])


def _faults(
    script: Script,
    actions: Mapping[str, Action],
    expectations: Mapping[str, Expectation],
    *,
    half_read: Set[str],
) -> Iterator[Fault]:
    yield from way_faults(script, half_read=half_read)
    yield from exit_faults(script, actions, expectations)
    yield from intent_faults(script)
    yield from one_way_faults(script)
    yield from asks_commune_faults(script)
    yield from text_next_faults(script)
    yield from language_faults(script)
    # Without the placeholders nothing sensible can be said about the texts that use them.
    if "placeholders" not in half_read:
        yield from wording_faults(script)
        yield from known_faults(script, actions)
        yield from budget_faults(script, actions)
        yield from ussd_faults(script, actions)


def _lines(faults: Iterable[Fault]) -> list[str]:
    return [str(fault) for fault in sorted(set(faults))]
