"""helpdesk/conversation/script/drawing/sheets.py, and a large flow drawn on sheets."""

import re
from collections.abc import Iterator
from itertools import chain
from xml.etree import ElementTree

import pytest

from helpdesk.conversation.engine.structure import Lead, Say
from helpdesk.conversation.script.drawing.draw import ROOM, draw, draw_sheets
from helpdesk.conversation.script.drawing.sheets import Lying, laid_on_sheets, parted
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.ways import ways_out

SHIPPED = load()
SVG = "{http://www.w3.org/2000/svg}"
LARGE = ["book", "reschedule", "cancel", "booking_more"]


def sheets_of(flow: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(sheet) for sheet in draw_sheets(SHIPPED, flow)]  # noqa: S314


def words(svg: ElementTree.Element, kind: str | None = None) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text") if kind is None or text.get("class") == kind]


@pytest.mark.parametrize("flow", sorted(SHIPPED.flows))
def test_every_step_stands_on_one_sheet(flow: str) -> None:
    drawn = chain.from_iterable(words(sheet, "heading") for sheet in sheets_of(flow))
    assert sorted(drawn) == sorted(SHIPPED.structure.flows[flow].steps)


@pytest.mark.parametrize("flow", LARGE)
def test_a_sheet_has_the_shape_of_paper_and_letters_that_can_be_read(flow: str) -> None:
    sheets = sheets_of(flow)
    assert len(sheets) > 1
    for sheet in sheets:
        # With the margin and the title, as A4 lying: 297 by 210 mm, on which 12 pixels are 2 mm.
        assert float(sheet.get("width", 0)) <= ROOM[0] + 48
        assert float(sheet.get("height", 0)) <= ROOM[1] + 78


def test_a_flow_that_has_room_on_one_sheet_is_drawn_as_it_is() -> None:
    assert draw_sheets(SHIPPED, "menu") == [draw(SHIPPED, "menu")]


def exits_between(flow: str) -> Iterator[tuple[str, str]]:
    steps = SHIPPED.structure.flows[flow].steps
    for name, step in steps.items():
        targets = [step.to] if isinstance(step, Say) else [target for _, target in ways_out(step)]
        yield from ((name, one.name) for one in targets if one.lead is Lead.STEP and one.name in steps)


@pytest.mark.parametrize("flow", LARGE)
def test_an_exit_to_another_sheet_says_which(flow: str) -> None:
    sheets = sheets_of(flow)
    on = {step: number for number, sheet in enumerate(sheets, start=1) for step in words(sheet, "heading")}
    told = {
        tuple(found)
        for sheet in sheets
        for found in re.findall(r"→\s+(\w+),\s+tờ\s+(\d+)", " ".join(words(sheet)))
    }
    across = {(goal, str(on[goal])) for name, goal in exits_between(flow) if on[name] != on[goal]}
    assert across <= told
    assert {goal: str(on[goal]) for goal, _ in told} == dict(told)


def test_a_piece_takes_in_what_has_most_to_do_with_it_as_long_as_it_fits() -> None:
    steps = SHIPPED.structure.flows["menu"].steps
    assert parted(steps, lambda some: len(some) <= len(steps)) == [list(steps)]
    assert parted(steps, lambda some: len(some) <= 1) == [[name] for name in steps]


def test_pieces_lie_in_rows_and_a_piece_larger_than_a_sheet_has_its_own() -> None:
    laid = laid_on_sheets([(60, 40), (30, 20), (50, 40), (200, 300), (10, 10)], (100, 100), 10)
    assert laid == [
        [Lying(0, 0, 0), Lying(1, 70, 0), Lying(2, 0, 50)],
        [Lying(3, 0, 0)],
        [Lying(4, 0, 0)],
    ]
