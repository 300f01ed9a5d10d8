"""A flow as a picture: a box for each step with its words, an arrow for each exit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from helpdesk.conversation.script.drawing.arrows import arrow_marks, arrows
from helpdesk.conversation.script.drawing.boxes import LINE, PAD, Box, boxes_of
from helpdesk.conversation.script.drawing.layers import Laid, Link, Size, lay_out
from helpdesk.conversation.script.drawing.sheets import laid_on_sheets, parted
from helpdesk.conversation.script.model import Script

MARGIN, TITLE = 24.0, 30.0

ROOM: Size = (1500.0, 980.0)
"""What has room on a sheet, in pixels: with the margin it is A4 lying (ISO 216), on which letters of 12 pixels are 2 mm."""

GAP = 48.0
"""Pixels between pieces on one sheet."""


def draw(script: Script, flow: str) -> str:
    """An SVG of the whole flow. Raises KeyError when the script has no such flow."""
    piece = _laid(*boxes_of(script, flow, list(script.structure.flows[flow].steps)))
    return _svg(_title(script, flow), [(0.0, 0.0, piece)])


def draw_sheets(script: Script, flow: str) -> list[str]:
    """The flow on as few sheets as let it be read on paper, an SVG each. Raises KeyError as above."""
    steps = script.structure.flows[flow].steps

    def laid(part: Sequence[str], sheet_of: Mapping[str, int] | None = None) -> Piece:
        def elsewhere(step: str) -> str:
            return f"{step}, tờ {sheet_of[step] if sheet_of else 99}"

        return _laid(*boxes_of(script, flow, part, elsewhere))

    def fits(part: Sequence[str]) -> bool:
        width, height = laid(part).size
        return width <= ROOM[0] and height <= ROOM[1]

    parts = parted(steps, fits)
    sheets = laid_on_sheets([laid(part).size for part in parts], ROOM, GAP)
    numbers = {
        step: number
        for number, sheet in enumerate(sheets, start=1)
        for lying in sheet
        for step in parts[lying.piece]
    }
    return [
        _svg(
            _title(script, flow, f" (tờ {number}/{len(sheets)})" if len(sheets) > 1 else ""),
            [(lying.x, lying.y, laid(parts[lying.piece], numbers)) for lying in sheet],
        )
        for number, sheet in enumerate(sheets, start=1)
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """Boxes that are laid out together, and what is written beside each arrow."""

    boxes: Mapping[str, Box]
    labels: Mapping[Link, str]
    laid: Laid

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self.laid.width, self.laid.height

    def drawn(self) -> Iterator[str]:
        """The arrows, and the boxes upon them."""
        yield from arrows({name: box.size for name, box in self.boxes.items()}, self.labels, self.laid)
        for name, box in self.boxes.items():
            yield from _drawn(box, *self.laid.middles[name])


def _laid(boxes: Mapping[str, Box], labels: Mapping[Link, str]) -> Piece:
    return Piece(boxes, labels, lay_out({name: box.size for name, box in boxes.items()}, list(labels)))


def _title(script: Script, flow: str, sheet: str = "") -> str:
    return f"{flow}: {script.flows[flow].title}{sheet}"


_STYLE = """
text { font: 12px "DejaVu Sans", Arial, sans-serif; fill: #111 }
.heading { font-weight: bold } .kind { font-size: 10px; fill: #555 } .title { font-size: 16px; font-weight: bold }
.box { fill: #fff; stroke: #111; stroke-width: 1.4 } .say { fill: #eee } .do { stroke-dasharray: 5 3 }
.goal { fill: #fff; stroke: #777 } .arrow { fill: none; stroke: #444; stroke-width: 1.2 }
.back { stroke-dasharray: 2 2 } .label { font-size: 11px } .behind { fill: #fff }
"""


def _svg(title: str, pieces: Sequence[tuple[float, float, Piece]]) -> str:
    width = max(x + piece.size[0] for x, _, piece in pieces) + 2 * MARGIN
    height = max(y + piece.size[1] for _, y, piece in pieces) + 2 * MARGIN + TITLE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>{arrow_marks()}",
        f'<rect class="behind" width="{width:.0f}" height="{height:.0f}"/>',
        f'<text class="title" x="{MARGIN}" y="{MARGIN + 4}">{escape(title)}</text>',
    ]
    for x, y, piece in pieces:
        parts += [
            f'<g transform="translate({MARGIN + x:.1f} {MARGIN + TITLE + y:.1f})">',
            *piece.drawn(),
            "</g>",
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


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
