"""A deploy in the middle of conversations, as a chat script writes it: from then on changed flows are running.

# deploy book.who renamed for_whom         the step has another name
# deploy book.who removed check            it is gone; what led to it leads there instead: a step, `flow menu`, `end gone`
# deploy book.consent 2 leads who          an exit of it, by its outcome or the number of its choice, leads elsewhere
# deploy book.who says Đặt cho những ai?   it has other words
# deploy var/flows                         the flows of a folder
# deploy shipped                           the flows as they are shipped

Changes add up until `# deploy shipped`. What `helpdesk flows check` refuses is not deployed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from helpdesk.conversation.engine.structure import Ask, Do, Flow, Lead, Say, Step, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.check import check
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script, Text
from helpdesk.conversation.script.nodes import ScriptError
from helpdesk.runtime import Runtime, open_runtime

SHIPPED = "shipped"

_CHANGE = re.compile(
    r"(?P<flow>\w+)\.(?P<step>\w+) (?P<how>renamed|removed|says|(?P<exit>\w+) leads) (?P<what>.+)"
)

T = TypeVar("T")


def deploy(runtime: Runtime, change: str) -> None:
    """Start anew with changed flows, on the same store. Raises ValueError for a change that cannot be made."""
    script = _changed(runtime.house.script, change)
    faults = check(script)
    if faults:
        raise ValueError("; ".join(faults[:3]))
    restarted = open_runtime(runtime.settings, clock=runtime.clock, engine=runtime.engine, script=script)
    runtime.house = restarted.house


def _changed(script: Script, change: str) -> Script:
    found = _CHANGE.fullmatch(change)
    if found is None:
        return _of_folder(change)
    flow, step, what = found["flow"], found["step"], found["what"]
    if step not in script.structure.flows.get(flow, Flow("", {})).steps:
        raise ValueError(f"there is no step {flow}.{step}")
    match found["how"]:
        case "renamed":
            return _restructured(script, flow, {step: what}, Target(Lead.STEP, what))
        case "removed":
            return _restructured(script, flow, {step: None}, Target.parse(what))
        case "says":
            return _reworded(script, flow, step, what)
        case _:
            return _led_elsewhere(script, flow, step, found["exit"], Target.parse(what))


def _of_folder(change: str) -> Script:
    if change == SHIPPED:
        return load()
    if not Path(change).is_dir():
        raise ValueError("write FLOW.STEP renamed, removed, says or EXIT leads, a folder, or 'shipped'")
    try:
        return load(Path(change))
    except ScriptError as error:
        raise ValueError(str(error)) from error


def _restructured(script: Script, name: str, names: Mapping[str, str | None], to: Target) -> Script:
    """With the steps of a flow called by other `names` (None: gone), and every way to them leading `to`."""
    before = script.structure.flows[name]

    def led(target: Target) -> Target:
        return to if target.lead is Lead.STEP and target.name in names else target

    steps = {step: _led(what, led) for step, what in before.steps.items()}
    start = led(Target(Lead.STEP, before.start))
    if start.lead is not Lead.STEP:
        raise ValueError(f"{name} would begin with its end")
    script = _with_flow(script, name, replace(before, start=start.name, steps=_renamed(steps, names)))
    texts = replace(script.flows[name], texts=_renamed(script.flows[name].texts, names))
    return replace(
        script,
        flows={**script.flows, name: texts},
        overlays={
            code: {
                (flow, called): words
                for (flow, step), words in overlay.items()
                if (called := names.get(step, step) if flow == name else step) is not None
            }
            for code, overlay in script.overlays.items()
        },
    )


def _with_flow(script: Script, name: str, flow: Flow) -> Script:
    structure = replace(script.structure, flows={**script.structure.flows, name: flow})
    return replace(script, structure=structure, edition=structure.edition())


def _led_elsewhere(script: Script, name: str, step: str, exit_name: str, to: Target) -> Script:
    flow = script.structure.flows[name]
    before = flow.steps[step]
    match before:
        case Ask() if exit_name.isdecimal() and 1 <= int(exit_name) <= len(before.choices):
            choices = tuple(
                to if n == int(exit_name) else one for n, one in enumerate(before.choices, start=1)
            )
            now: Step = replace(before, choices=choices)
        case Ask() | Do() if exit_name in before.exits:
            now = replace(before, exits={**before.exits, exit_name: to})
        case _:
            raise ValueError(f"{name}.{step} has no exit '{exit_name}'")
    return _with_flow(script, name, replace(flow, steps={**flow.steps, step: now}))


def _renamed(steps: Mapping[str, T], names: Mapping[str, str | None]) -> dict[str, T]:
    return {called: what for step, what in steps.items() if (called := names.get(step, step)) is not None}


def _led(step: Step, led: Callable[[Target], Target]) -> Step:
    match step:
        case Say():
            return replace(step, to=led(step.to))
        case Do():
            return replace(step, exits={outcome: led(target) for outcome, target in step.exits.items()})
        case Ask():
            exits = {outcome: led(target) for outcome, target in step.exits.items()}
            return replace(step, exits=exits, choices=tuple(map(led, step.choices)))


def _reworded(script: Script, name: str, step: str, words: str) -> Script:
    flow = script.flows[name]
    texts = flow.texts[step]
    slot = Slot.ASK if Slot.ASK in texts.slots else Slot.SAY
    if slot not in texts.slots:
        raise ValueError(f"{name}.{step} says nothing")
    slots = {**texts.slots, slot: Text(words, line=texts.slots[slot].line)}
    flow = replace(flow, texts={**flow.texts, step: replace(texts, slots=slots)})
    return replace(script, flows={**script.flows, name: flow})
