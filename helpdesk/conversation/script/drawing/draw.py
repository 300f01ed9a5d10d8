"""A flow as a picture: a box for each step with its words, an arrow for each exit."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from helpdesk.conversation.engine.structure import Ask, Do, Lead, Say, Step, Target
from helpdesk.conversation.script.drawing.arrows import ROWS, arrow_marks, arrows, label_width
from helpdesk.conversation.script.drawing.layers import Laid, Link, Size, lay_out
from helpdesk.conversation.script.model import Script, StepTexts
from helpdesk.conversation.script.ways import STUCK, ways_out
from helpdesk.text.folding import fold

BOX_WIDTH, LINE, PAD, MARGIN = 250.0, 15.0, 9.0, 24.0
LETTERS = 34
"""Letters of 12 pixels that safely fit into a line of a box."""


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


def draw(script: Script, flow: str) -> str:
    """An SVG of the flow. Raises KeyError when the script has no such flow."""
    boxes = {
        name: _box(step, name, script.flows[flow].texts[name]) for name, step in _steps(script, flow).items()
    }
    labels: dict[Link, str] = {}
    for name, step in _steps(script, flow).items():
        for outcome, target in _shown_ways(step):
            goal = target.name
            if target.lead is not Lead.STEP or goal not in _steps(script, flow):
                goal = f"{name} > {target}"
                boxes[goal] = Box(str(target), "goal", ())
            link = (name, goal)
            labels[link] = f"{labels[link]}, {outcome}" if link in labels else outcome
    boxes = {name: _wide_enough(name, box, labels) for name, box in boxes.items()}
    sizes = {name: box.size for name, box in boxes.items()}
    return _svg(f"{flow}: {script.flows[flow].title}", boxes, labels, lay_out(sizes, list(labels)))


def _wide_enough(name: str, box: Box, labels: Mapping[Link, str]) -> Box:
    """The box, so wide that what its arrows are for can be read in the rows there are below it."""
    told = [label_width(label) for (leaving, _), label in labels.items() if leaving == name]
    if len(told) <= ROWS:
        return box
    # Arrows that lead back to it stand between those that leave it.
    arrows_there = sum(name in link for link in labels)
    return replace(box, width=max(box.width, (arrows_there + 1) * max(told) / ROWS))


def _steps(script: Script, flow: str) -> Mapping[str, Step]:
    return script.structure.flows[flow].steps


def _shown_ways(step: Step) -> Iterator[tuple[str, Target]]:
    """Every exit with what is written beside its arrow; the way out of being stuck only where it is the step's own."""
    if isinstance(step, Say):
        yield "", step.to
        return
    for outcome, target in ways_out(step):
        if outcome != STUCK or (isinstance(step, Ask) and STUCK in step.exits):
            yield outcome, target


def _box(step: Step, name: str, texts: StepTexts) -> Box:
    match step:
        case Say():
            return Box(name, "say", tuple(_wrapped(texts)))
        case Do():
            return Box(name, "do", (step.action,))
        case Ask():
            lines = list(_wrapped(texts))
            for number, label in enumerate(texts.labels, start=1):
                lines += textwrap.wrap(f"{number} {fold(label.sms)}", LETTERS, subsequent_indent="   ")
            if texts.option is not None:
                lines += textwrap.wrap(f"1.. {fold(texts.option.sms)}", LETTERS, subsequent_indent="   ")
            elif step.expect not in ("choice", "yes_no"):
                lines.append(f"({step.expect})")
            return Box(name, "ask", tuple(lines))


def _wrapped(texts: StepTexts) -> Iterator[str]:
    main = next(iter(texts.slots.values()))
    yield from textwrap.wrap(fold(main.sms), LETTERS)


_STYLE = """
text { font: 12px "DejaVu Sans", Arial, sans-serif; fill: #111 }
.heading { font-weight: bold } .kind { font-size: 10px; fill: #555 } .title { font-size: 16px; font-weight: bold }
.box { fill: #fff; stroke: #111; stroke-width: 1.4 } .say { fill: #eee } .do { stroke-dasharray: 5 3 }
.goal { fill: #fff; stroke: #777 } .arrow { fill: none; stroke: #444; stroke-width: 1.2 }
.back { stroke-dasharray: 2 2 } .label { font-size: 11px } .behind { fill: #fff }
"""


def _svg(title: str, boxes: Mapping[str, Box], labels: Mapping[Link, str], laid: Laid) -> str:
    width, height = laid.width + 2 * MARGIN, laid.height + 2 * MARGIN + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>{arrow_marks()}",
        f'<rect class="behind" width="{width:.0f}" height="{height:.0f}"/>',
        f'<text class="title" x="{MARGIN}" y="{MARGIN + 4}">{escape(title)}</text>',
        f'<g transform="translate({MARGIN} {MARGIN + 30})">',
        *arrows({name: box.size for name, box in boxes.items()}, labels, laid),
        *(line for name, box in boxes.items() for line in _drawn(box, *laid.middles[name])),
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawn(box: Box, x: float, y: float) -> Sequence[str]:
    width, height = box.size
    left, top = x - width / 2, y - height / 2
    corner = 13 if box.kind == "goal" else 4
    frame = (
        f'<rect class="box {box.kind}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" rx="{corner}"/>'
    )
    if box.kind == "goal":
        return [frame, f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{escape(box.heading)}</text>']
    first = top + PAD + 10
    return [
        frame,
        f'<text class="heading" x="{left + PAD:.1f}" y="{first:.1f}">{escape(box.heading)}</text>',
        f'<text class="kind" x="{left + width - PAD:.1f}" y="{first:.1f}" text-anchor="end">{box.kind}</text>',
        *(
            f'<text xml:space="preserve" x="{left + PAD:.1f}" y="{first + row * LINE:.1f}">{escape(line)}</text>'
            for row, line in enumerate(box.lines, start=1)
        ),
    ]
