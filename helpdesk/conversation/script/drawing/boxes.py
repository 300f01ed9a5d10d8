"""The boxes of a flow, each with what stands in it, and the arrows between them."""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from helpdesk.conversation.engine.structure import Ask, Do, Lead, Say, Step, Target
from helpdesk.conversation.script.drawing.arrows import ROWS, label_width
from helpdesk.conversation.script.drawing.layers import Link, Size
from helpdesk.conversation.script.model import Script, StepTexts
from helpdesk.conversation.script.ways import STUCK, ways_out
from helpdesk.text.folding import fold

BOX_WIDTH, LINE, PAD = 250.0, 15.0, 9.0
LETTERS = 34
"""Letters of 12 pixels that safely fit into a line of a box."""

MOST_GOALS = 6
"""Goals of one step that have room below it on a sheet."""


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in a box: a heading, the kind of step ("ask", "say", "do", "goal"), and lines of text."""

    heading: str
    kind: str
    lines: tuple[str, ...]
    width: float = BOX_WIDTH

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        if self.kind == "goal":
            return len(self.heading) * 7.0 + 30, 26.0
        return self.width, (len(self.lines) + 1) * LINE + 2 * PAD


def boxes_of(
    script: Script, flow: str, part: Sequence[str], elsewhere: Callable[[str], str] | None = None
) -> tuple[dict[str, Box], dict[Link, str]]:
    """The boxes of some steps of a flow, by step or goal, and what is written beside each arrow.

    What leads to a step that is not among them, or to more goals than have room, is no arrow but a line in the box;
    `elsewhere` says where such a step is found.
    """
    steps = script.structure.flows[flow].steps
    boxes: dict[str, Box] = {}
    goals: dict[str, Box] = {}
    labels: dict[Link, str] = {}
    for name in part:
        told: dict[str, list[str]] = {}
        ways = list(_shown_ways(steps[name]))
        ends = {str(target) for _, target in ways if target.lead is not Lead.STEP or target.name not in steps}
        for outcome, target in ways:
            goal = target.name
            if str(target) in ends:
                goal = f"{name} > {target}"
                if elsewhere is not None and len(ends) > MOST_GOALS:
                    told.setdefault(str(target), []).append(outcome)
                    continue
                goals[goal] = Box(str(target), "goal", ())
            elif elsewhere is not None and goal not in part:
                told.setdefault(elsewhere(goal), []).append(outcome)
                continue
            link = (name, goal)
            labels[link] = f"{labels[link]}, {outcome}" if link in labels else outcome
        boxes[name] = _box(steps[name], name, script.flows[flow].texts[name], told)
    boxes = {name: _wide_enough(name, box, labels) for name, box in boxes.items()}
    return boxes | goals, labels


def _wide_enough(name: str, box: Box, labels: Mapping[Link, str]) -> Box:
    """The box, so wide that what its arrows are for can be read in the rows there are below it."""
    told = [label_width(label) for (leaving, _), label in labels.items() if leaving == name]
    if len(told) <= ROWS:
        return box
    # Arrows that lead back to it stand between those that leave it.
    arrows_there = sum(name in link for link in labels)
    return replace(box, width=max(box.width, (arrows_there + 1) * max(told) / ROWS))


def _shown_ways(step: Step) -> Iterator[tuple[str, Target]]:
    """Every exit with what is written beside its arrow; the way out of being stuck only where it is the step's own."""
    if isinstance(step, Say):
        yield "", step.to
        return
    for outcome, target in ways_out(step):
        if outcome != STUCK or (isinstance(step, Ask) and STUCK in step.exits):
            yield outcome, target


def _box(step: Step, name: str, texts: StepTexts, told: Mapping[str, Sequence[str]]) -> Box:
    lines: list[str] = []
    match step:
        case Say():
            kind = "say"
            lines += _wrapped(texts)
        case Do():
            kind = "do"
            lines.append(step.action)
        case Ask():
            kind = "ask"
            lines += _wrapped(texts)
            for number, label in enumerate(texts.labels, start=1):
                lines += textwrap.wrap(f"{number} {fold(label.sms)}", LETTERS, subsequent_indent="   ")
            if texts.option is not None:
                lines += textwrap.wrap(f"1.. {fold(texts.option.sms)}", LETTERS, subsequent_indent="   ")
            elif step.expect not in ("choice", "yes_no"):
                lines.append(f"({step.expect})")
    for goal, outcomes in told.items():
        lines += textwrap.wrap(f"{', '.join(outcomes)} → {goal}".lstrip(), LETTERS, subsequent_indent="   ")
    return Box(name, kind, tuple(lines))


def _wrapped(texts: StepTexts) -> Iterator[str]:
    main = next(iter(texts.slots.values()))
    yield from textwrap.wrap(fold(main.sms), LETTERS)
