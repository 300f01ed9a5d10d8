"""Rows of visits on the planning page: shown, read back as they were typed, and what is wrong with each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from helpdesk.booking.horizon import MOST_DAYS_AHEAD
from helpdesk.booking.visits.planning import Visit
from helpdesk.booking.visits.publishing import Wrong
from helpdesk.booking.visits.visit_plans import VisitPlan
from helpdesk.places.communes import Place
from helpdesk.spreadsheets.cells import Cell, day, number, time_of_day
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.web.language import say

MOST_ROWS = 200

Value = TypeVar("Value")


@dataclass(slots=True)
class VisitRow:
    """A row as a person sees and types it."""

    chosen: bool
    day: str
    village: str
    opens: str
    closes: str
    capacity: str
    kit: bool
    last: date | None = None
    asking: int = 0
    problems: list[str] = field(default_factory=list)


def shown(visit: Visit) -> VisitRow:
    """A proposed visit as a row that is ticked."""
    return VisitRow(
        True,
        visit.day.isoformat(),
        str(visit.place_id),
        f"{visit.opens:%H:%M}",
        f"{visit.closes:%H:%M}",
        str(visit.capacity),
        visit.finishes_level2,
        visit.last,
        visit.asking,
    )


def blank(plan: VisitPlan) -> VisitRow:
    """A row for a visit that nobody proposed."""
    hours = f"{plan.opens:%H:%M}", f"{plan.closes:%H:%M}"
    return VisitRow(False, "", "", *hours, str(plan.capacity), plan.finishes_level2)


def typed(form: Mapping[str, str]) -> list[VisitRow]:
    """The rows of the form, as they were typed."""
    rows = []
    for at in range(MOST_ROWS):
        if f"day-{at}" not in form:
            break
        on, village, opens, closes, capacity = (
            form.get(f"{name}-{at}", "").strip() for name in ("day", "village", "from", "to", "capacity")
        )
        chosen, kit = f"chosen-{at}" in form, f"kit-{at}" in form
        rows.append(VisitRow(chosen, on, village, opens, closes, capacity, kit))
    return rows


def visit_of(row: VisitRow, villages: Sequence[Place], *, team_id: int | None) -> Visit | None:
    """The visit that a row means; None where it cannot be read, with its problems noted in the row."""
    place = next((place for place in villages if str(place.id) == row.village), None)
    on = _read(row, day, row.day, _far())
    if place is None:
        row.problems.append(say("Bản: chọn bản.", "Village: choose one."))
    opens = _read(row, time_of_day, row.opens, say("Từ: ghi giờ, như 7:30.", "From: e.g. 7:30."))
    closes = _read(row, time_of_day, row.closes, say("Đến: ghi giờ, như 11:00.", "To: e.g. 11:00."))
    capacity = _read(row, number, row.capacity, say("Số người: ghi số.", "Persons: a number."))
    if place is None or on is None or opens is None or closes is None or capacity is None:
        return None
    return Visit(place.id, place.name, on, opens, closes, capacity, row.kit, team_id)


def _read(row: VisitRow, read: Callable[[Cell], Value], typed: str, otherwise: str) -> Value | None:
    try:
        return read(typed)
    except CellFault:
        row.problems.append(otherwise)
        return None


def _far() -> str:
    return say(
        f"Ngày: chọn một ngày trong {MOST_DAYS_AHEAD} ngày tới.",
        f"Date: choose one within {MOST_DAYS_AHEAD} days.",
    )


def told(wrong: Wrong) -> str:
    """What is wrong with a visit, in the language of the request."""
    vietnamese = {
        Wrong.NO_VILLAGE: "Không phải bản của xã.",
        Wrong.PAST: "Chọn ngày từ ngày mai trở đi.",
        Wrong.FAR: f"Ngày xa quá: chọn một ngày trong {MOST_DAYS_AHEAD} ngày tới.",
        Wrong.CLOSED: "Ngày này xã nghỉ.",
        Wrong.HOURS: "Giờ kết thúc phải sau giờ bắt đầu.",
        Wrong.CAPACITY: "Số người từ 1 đến 500.",
        Wrong.VILLAGE_TWICE: "Bản này đã có buổi vào giờ đó.",
        Wrong.TEAM: "Không phải tổ của xã.",
        Wrong.TEAM_TWICE: "Tổ đã có buổi ở nơi khác vào giờ đó.",
    }
    return say(vietnamese[wrong], f"{wrong.value[:1].upper()}{wrong.value[1:]}.")
