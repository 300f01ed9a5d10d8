"""helpdesk/conversation/script/drawing: draw.py, boxes.py, layers.py and arrows.py."""

from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpdesk.conversation.script.drawing.draw import draw
from helpdesk.conversation.script.drawing.layers import LAYER_GAP, SIDE_GAP, Laid, Size, lay_out
from helpdesk.conversation.script.load import load
from tests.support.small_flows import flow_file, small_flows

SHIPPED = load()
SVG = "{http://www.w3.org/2000/svg}"

STEPS = """
look:
  do: find_openings
  exits: { found: which, none: sorry }
which:
  ask: "Bà con chọn <buổi> nào & khi nào?"
  choices:
    - { say: "Sáng", to: told }
    - { say: "Chiều", to: told }
    - { say: "Xem lại", to: look }
told:
  say: "Vâng."
  to: end told
sorry:
  say: "Chưa có."
  to: flow menu
"""


def drawing(tmp_path: Path, steps: str = STEPS) -> ElementTree.Element:
    return ElementTree.fromstring(draw(load(small_flows(tmp_path, why=flow_file(steps))), "why"))  # noqa: S314


def texts(svg: ElementTree.Element, kind: str | None = None) -> list[str]:
    found = svg.iter(f"{SVG}text")
    return [text.text or "" for text in found if kind is None or text.get("class") == kind]


def test_every_step_is_a_box_with_its_name_and_its_folded_words(tmp_path: Path) -> None:
    svg = drawing(tmp_path)
    assert texts(svg, "title") == ["why: Sao"]
    assert texts(svg, "heading") == ["look", "which", "told", "sorry"]
    assert texts(svg, "kind") == ["do", "ask", "say", "say"]
    assert [
        words
        for words in texts(svg)
        if words
        not in {*texts(svg, "title"), *texts(svg, "heading"), *texts(svg, "kind"), *texts(svg, "label")}
    ] == [
        "find_openings",
        "Ba con chon <buoi> nao & khi nao?",
        "1 Sang",
        "2 Chieu",
        "3 Xem lai",
        "Vang.",
        "Chua co.",
        "end told",
        "flow menu",
    ]


def test_every_exit_is_an_arrow_with_its_outcome_and_those_to_one_step_are_one(tmp_path: Path) -> None:
    svg = drawing(tmp_path)
    assert sorted(texts(svg, "label")) == ["1, 2", "3", "found", "none"]
    arrows = [path for path in svg.iter(f"{SVG}path") if "arrow" in path.get("class", "")]
    assert len(arrows) == 6


def test_an_arrow_that_leads_back_looks_different(tmp_path: Path) -> None:
    kinds = [path.get("class", "") for path in drawing(tmp_path).iter(f"{SVG}path") if path.get("class")]
    assert sorted(kinds) == ["arrow"] * 5 + ["arrow back"]


def test_a_step_that_leads_to_itself_can_be_drawn(tmp_path: Path) -> None:
    svg = drawing(tmp_path, "a:\n  do: find_openings\n  exits: { found: a, none: end a }")
    assert sorted(texts(svg, "label")) == ["found", "none"]


@pytest.mark.parametrize("flow", ["book", "fix_names", "reschedule"])
def test_no_label_stands_over_another(flow: str) -> None:
    svg = ElementTree.fromstring(draw(SHIPPED, flow))  # noqa: S314
    behind = [rect for rect in svg.iter(f"{SVG}rect") if rect.get("class") == "behind" and rect.get("x")]
    places = [tuple(float(rect.get(side, "")) for side in ("x", "y", "width")) for rect in behind]
    # Each has 3 pixels of paper on both sides of its letters.
    over = [
        (one, other)
        for one, other in combinations(places, 2)
        if abs(one[1] - other[1]) < 12 and one[0] < other[0] + other[2] - 6 and other[0] < one[0] + one[2] - 6
    ]
    assert (len(places) > 10, over) == (True, [])


def test_a_flow_that_is_not_there_cannot_be_drawn() -> None:
    with pytest.raises(KeyError):
        draw(SHIPPED, "nowhere")


@pytest.mark.parametrize("flow", sorted(SHIPPED.flows))
def test_every_shipped_flow_can_be_drawn(flow: str) -> None:
    svg = ElementTree.fromstring(draw(SHIPPED, flow))  # noqa: S314
    assert texts(svg, "heading") == list(SHIPPED.structure.flows[flow].steps)
    width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
    for box in svg.iter(f"{SVG}rect"):
        assert float(box.get("x", 0)) + float(box.get("width", 0)) <= width
        assert float(box.get("y", 0)) + float(box.get("height", 0)) <= height


def boxes_apart(laid: Laid, sizes: dict[str, Size]) -> bool:
    def apart(one: str, other: str) -> bool:
        (x, y), (to_x, to_y) = laid.middles[one], laid.middles[other]
        room_across = abs(x - to_x) - (sizes[one][0] + sizes[other][0]) / 2
        room_down = abs(y - to_y) - (sizes[one][1] + sizes[other][1]) / 2
        return room_across >= SIDE_GAP - 0.01 or room_down >= LAYER_GAP - 0.01

    return all(apart(*pair) for pair in combinations(sizes, 2))


NAMES = "abcdefgh"
LINKS = [
    pytest.param([], id="no arrows"),
    pytest.param(list(pairwise(NAMES)), id="a chain"),
    pytest.param([("a", other) for other in NAMES[1:]], id="a fan"),
    pytest.param([(a, b) for a, b in combinations(NAMES, 2)], id="everything to everything after"),
    pytest.param([*pairwise(NAMES), ("h", "a")], id="a ring"),
    pytest.param([*pairwise(NAMES), *((b, a) for a, b in pairwise(NAMES))], id="forth and back"),
    pytest.param([(name, name) for name in NAMES], id="each to itself"),
]


@pytest.mark.parametrize("links", LINKS)
def test_no_box_stands_in_another(links: list[tuple[str, str]]) -> None:
    sizes: dict[str, Size] = {name: (60.0 + 30 * place, 20.0 + 7 * place) for place, name in enumerate(NAMES)}
    laid = lay_out(sizes, links)
    assert boxes_apart(laid, sizes)
    assert min(x - sizes[name][0] / 2 for name, (x, _) in laid.middles.items()) >= 0


@pytest.mark.parametrize("links", LINKS)
def test_arrows_lead_down_but_for_those_that_lead_back(links: list[tuple[str, str]]) -> None:
    sizes: dict[str, Size] = dict.fromkeys(NAMES, (60.0, 20.0))
    laid = lay_out(sizes, links)
    for link in set(links):
        if link[0] != link[1]:
            stops = [laid.middles[link[0]], *laid.bends[link], laid.middles[link[1]]]
            downward = [y < to_y for (_, y), (_, to_y) in pairwise(stops)]
            assert set(downward) == {link not in laid.upward}
