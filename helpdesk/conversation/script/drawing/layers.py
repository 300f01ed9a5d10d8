"""Laying out boxes and arrows in layers from top to bottom (after Sugiyama, Tagawa and Toda, 1981).

1. Arrows that lead back in a depth-first walk are turned round, so that no circle is left. 2. Each box comes below
all that lead to it. 3. Long arrows get a bend in every layer that they cross. 4. Layers are sorted by the middle of
their neighbours, which leaves few crossings. 5. Boxes are moved under their neighbours as far as there is room.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SIDE_GAP, LAYER_GAP = 26.0, 62.0
"""Pixels between boxes of a layer, and between layers, where the labels of arrows stand."""

_BEND = 18.0
_SWEEPS = 12

Size = tuple[float, float]
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything is: the middle of each box, the bends of each arrow in its own direction, arrows that lead up."""

    middles: Mapping[str, tuple[float, float]]
    bends: Mapping[Link, Sequence[tuple[float, float]]]
    upward: frozenset[Link]
    width: float
    height: float


def lay_out(sizes: Mapping[str, Size], links: Sequence[Link]) -> Laid:
    """Places for boxes of these sizes (width, height, pixels); the first is the beginning."""
    upward = frozenset(_leading_back(list(sizes), links))
    downward = [(b, a) if (a, b) in upward else (a, b) for a, b in links if a != b]
    depth = _depths(list(sizes), downward)
    bends = {link: _bends_of(link, depth) for link in downward}
    layers = _layers(depth, bends)
    hops = [hop for link in downward for hop in _hops(link, bends[link])]
    widths = {name: size[0] for name, size in sizes.items()}
    _sort(layers, hops)
    xs = _across(layers, hops, widths)
    ys, height = _down(layers, sizes)
    left = min(x - widths.get(name, _BEND) / 2 for name, x in xs.items())
    right = max(x + widths.get(name, _BEND) / 2 for name, x in xs.items())
    places = {
        name: (xs[name] - left, ys[depth_of]) for depth_of, layer in enumerate(layers) for name in layer
    }
    points = {
        link: [places[bend] for bend in bends[_down_link(link, upward)]]
        for link in links
        if link[0] != link[1]
    }
    ordered = {link: points[link][::-1] if link in upward else points[link] for link in points}
    return Laid({name: places[name] for name in sizes}, ordered, upward, right - left, height)


def _down_link(link: Link, upward: frozenset[Link]) -> Link:
    return (link[1], link[0]) if link in upward else link


def _leading_back(names: Sequence[str], links: Sequence[Link]) -> Iterator[Link]:
    """The links by which a depth-first walk comes to a box that it has not left yet."""
    open_boxes: list[str] = []
    left: set[str] = set()

    def walk(name: str) -> Iterator[Link]:
        open_boxes.append(name)
        for link in links:
            if link[0] != name or link[1] == name:
                continue
            if link[1] in open_boxes:
                yield link
            elif link[1] not in left:
                yield from walk(link[1])
        left.add(open_boxes.pop())

    for name in names:
        if name not in left:
            yield from walk(name)


def _depths(names: Sequence[str], downward: Sequence[Link]) -> dict[str, int]:
    depth = dict.fromkeys(names, 0)
    for _ in names:
        for above, below in downward:
            depth[below] = max(depth[below], depth[above] + 1)
    return depth


def _bends_of(link: Link, depth: Mapping[str, int]) -> list[str]:
    return [f"{link[0]}>{link[1]}@{layer}" for layer in range(depth[link[0]] + 1, depth[link[1]])]


def _layers(depth: Mapping[str, int], bends: Mapping[Link, Sequence[str]]) -> list[list[str]]:
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name, layer in depth.items():
        layers[layer].append(name)
    for link, own in bends.items():
        for layer, bend in enumerate(own, start=depth[link[0]] + 1):
            layers[layer].append(bend)
    return layers


def _hops(link: Link, bends: Sequence[str]) -> Iterator[Link]:
    stops = [link[0], *bends, link[1]]
    yield from itertools.pairwise(stops)


def _sort(layers: list[list[str]], hops: Sequence[Link]) -> None:
    for sweep in range(_SWEEPS):
        up = sweep % 2 == 1
        for layer in reversed(layers) if up else layers:
            at = {name: place for row in layers for place, name in enumerate(row)}
            middle = {
                name: _mean([float(at[n]) for n in _beside(name, hops, up)], at[name]) for name in layer
            }
            layer.sort(key=lambda name: middle[name])


def _beside(name: str, hops: Sequence[Link], below: bool) -> list[str]:
    return [b for a, b in hops if a == name] if below else [a for a, b in hops if b == name]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _across(layers: list[list[str]], hops: Sequence[Link], widths: Mapping[str, float]) -> dict[str, float]:
    xs: dict[str, float] = {}
    for layer in layers:
        xs.update(_packed(layer, {name: place * 1.0 for place, name in enumerate(layer)}, widths))
    for sweep in range(_SWEEPS):
        up = sweep % 2 == 1
        for layer in reversed(layers) if up else layers:
            wanted = {name: _mean([xs[n] for n in _beside(name, hops, up)], xs[name]) for name in layer}
            xs.update(_packed(layer, wanted, widths))
    return xs


def _packed(
    layer: Sequence[str], wanted: Mapping[str, float], widths: Mapping[str, float]
) -> dict[str, float]:
    """The wished middles, pushed apart as far as the boxes need: the mean of pushing right and of pushing left."""
    rooms = [
        (widths.get(a, _BEND) + widths.get(b, _BEND)) / 2 + SIDE_GAP for a, b in itertools.pairwise(layer)
    ]
    right = [wanted[name] for name in layer]
    left = right[:]
    for place, room in enumerate(rooms, start=1):
        right[place] = max(right[place], right[place - 1] + room)
    for place in range(len(rooms) - 1, -1, -1):
        left[place] = min(left[place], left[place + 1] - rooms[place])
    return {name: (a + b) / 2 for name, a, b in zip(layer, right, left, strict=True)}


def _down(layers: Sequence[Sequence[str]], sizes: Mapping[str, Size]) -> tuple[list[float], float]:
    ys, top = [], 0.0
    for layer in layers:
        tallest = max((sizes[name][1] for name in layer if name in sizes), default=0.0)
        ys.append(top + tallest / 2)
        top += tallest + LAYER_GAP
    return ys, top - LAYER_GAP
