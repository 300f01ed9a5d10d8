"""Arrows between laid-out boxes, with what each is for beside its beginning."""

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from helpdesk.conversation.script.drawing.layers import Laid, Link, Size

_STUB = 20.0
"""An arrow leaves its box straight for so many pixels, and there its label stands."""

ROWS, _ROW = 3, 13.0
"""Labels that have no room beside each other stand in up to so many rows, so many pixels apart."""

_ALONG = 0.92
"""The part of an edge that arrows are spread along."""

Point = tuple[float, float]


def arrow_marks() -> str:
    """The arrowhead."""
    return (
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#444"/></marker></defs>'
    )


def arrows(sizes: Mapping[str, Size], labels: Mapping[Link, str], laid: Laid) -> Iterator[str]:
    """Every arrow, then every label, so that no line runs over one."""
    ports = _Ports(sizes, laid)
    for link in labels:
        ports.ask_for(link)
    written = []
    for link, label in labels.items():
        if link[0] == link[1]:
            path, at = _loop(laid.middles[link[0]], sizes[link[0]])
        else:
            start, end = ports.of(link)
            lower = ports.row(link, labels) * _ROW
            stub = -_STUB - lower if link in laid.upward else _STUB + lower
            path = _curve([start, (start[0], start[1] + stub), *laid.bends[link], end])
            at = (start[0], start[1] + (-9 - lower if link in laid.upward else 17 + lower))
        back = " back" if link in laid.upward else ""
        yield f'<path class="arrow{back}" d="{path}" marker-end="url(#head)"/>'
        if label:
            written.append(_label(label, at))
    yield from written


@dataclass
class _Ports:
    """Where arrows leave and enter: spread along the edge of the box, in the order of where they go."""

    sizes: Mapping[str, Size]
    laid: Laid
    # (box, whether at its lower edge) → the links there, each with the x it comes from or goes to.
    wishes: dict[tuple[str, bool], list[tuple[float, Link]]] = field(default_factory=dict)

    def ask_for(self, link: Link) -> None:
        if link[0] == link[1]:
            return
        upward = link in self.laid.upward
        stops = [self.laid.middles[link[0]], *self.laid.bends[link], self.laid.middles[link[1]]]
        self.wishes.setdefault((link[0], not upward), []).append((stops[1][0], link))
        self.wishes.setdefault((link[1], upward), []).append((stops[-2][0], link))

    def of(self, link: Link) -> tuple[Point, Point]:
        upward = link in self.laid.upward
        return self._port(link[0], link, low=not upward), self._port(link[1], link, low=upward)

    def row(self, link: Link, labels: Mapping[Link, str]) -> int:
        """In which row the label of a link stands, counted from its box: the first where all have room in one."""
        low = link not in self.laid.upward
        there = self._there(link[0], low=low)
        room = self.sizes[link[0]][0] * _ALONG / len(there)
        leaving = [one for one in there if one[0] == link[0]]
        widest = max(label_width(labels[one]) for one in leaving)
        return leaving.index(link) % min(ROWS, math.ceil(widest / room))

    def _there(self, box: str, *, low: bool) -> list[Link]:
        return [wish[1] for wish in sorted(self.wishes[box, low])]

    def _port(self, box: str, link: Link, *, low: bool) -> Point:
        there = self._there(box, low=low)
        (x, y), (width, height) = self.laid.middles[box], self.sizes[box]
        share = (there.index(link) + 0.5) / len(there) - 0.5
        return x + share * width * _ALONG, y + (height / 2 if low else -height / 2)


def _curve(points: list[Point]) -> str:
    """A line through the points that leaves and enters each of them upright."""
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        middle = (y + to_y) / 2
        parts.append(f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}")
    return " ".join(parts)


def _loop(middle: Point, size: Size) -> tuple[str, Point]:
    """From the right edge of a box back to it."""
    x, y = middle[0] + size[0] / 2, middle[1]
    return f"M{x:.1f} {y - 8:.1f} C{x + 24:.1f} {y - 20:.1f} {x + 24:.1f} {y + 20:.1f} {x:.1f} {y + 8:.1f}", (
        x + 12,
        y - 16,
    )


def label_width(label: str) -> float:
    """Pixels that a label takes, at most."""
    return len(label) * 6.6 + 6


def _label(label: str, at: Point) -> str:
    width = label_width(label)
    return (
        f'<rect class="behind" x="{at[0] - width / 2:.1f}" y="{at[1] - 10:.1f}" width="{width:.1f}" height="13"/>'
        f'<text class="label" x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="middle">{escape(label)}</text>'
    )
