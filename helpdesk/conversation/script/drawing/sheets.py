"""A large flow on sheets of paper: parted into pieces that hang together, and the pieces laid onto sheets."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from helpdesk.conversation.engine.structure import Lead, Say, Step
from helpdesk.conversation.script.drawing.layers import Size
from helpdesk.conversation.script.ways import ways_out


class Lying(NamedTuple):
    """Where a piece lies on its sheet: its number, and its upper left corner in pixels."""

    piece: int
    x: float
    y: float


def parted(steps: Mapping[str, Step], fits: Callable[[Sequence[str]], bool]) -> list[list[str]]:
    """The steps of a flow, all of them once, in pieces that `fits` allows; a step that never fits is one by itself.

    A piece begins with the first step that is in none yet, and takes in, as long as it fits, whatever has the most to do
    with what is in it: so few exits lead to another piece.
    """
    beside = _neighbours(steps)
    left = list(steps)
    pieces: list[list[str]] = []
    while left:
        piece = [left.pop(0)]
        refused: set[str] = set()
        while (near := _nearest(piece, left, beside, refused)) is not None:
            grown = [step for step in steps if step in piece or step == near]
            if fits(grown):
                piece = grown
                left.remove(near)
            else:
                refused.add(near)
        pieces.append(piece)
    return pieces


def _neighbours(steps: Mapping[str, Step]) -> Mapping[str, Sequence[str]]:
    beside: dict[str, list[str]] = {name: [] for name in steps}
    for name, step in steps.items():
        targets = [step.to] if isinstance(step, Say) else [target for _, target in ways_out(step)]
        for target in targets:
            if target.lead is Lead.STEP and target.name in steps:
                beside[name].append(target.name)
                beside[target.name].append(name)
    return beside


def _nearest(
    piece: Sequence[str], left: Sequence[str], beside: Mapping[str, Sequence[str]], refused: set[str]
) -> str | None:
    """Of the steps that are left, the one with the largest part of its arrows to or from the piece; None: there is none."""
    shares = {
        name: sum(other in piece for other in beside[name]) / len(beside[name])
        for name in left
        if name not in refused and beside[name]
    }
    linked = {name: share for name, share in shares.items() if share}
    return max(linked, key=lambda name: linked[name]) if linked else None


def laid_on_sheets(sizes: Sequence[Size], sheet: Size, gap: float) -> list[list[Lying]]:
    """Where pieces of these sizes lie: in rows from left to right and from the top down, on as many sheets as it takes.

    Pieces keep their order; one that is larger than a sheet has one of its own.
    """
    sheets: list[list[Lying]] = [[]]
    across, down, row = 0.0, 0.0, 0.0
    for piece, (width, height) in enumerate(sizes):
        if across and across + width > sheet[0]:
            across, down, row = 0.0, down + row + gap, 0.0
        if sheets[-1] and down + height > sheet[1]:
            sheets.append([])
            across, down, row = 0.0, 0.0, 0.0
        sheets[-1].append(Lying(piece, across, down))
        across, row = across + width + gap, max(row, height)
    return sheets
