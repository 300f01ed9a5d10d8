"""Rows of visits on the planning page: shown, read back as they were typed, and what is wrong with each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from helpdesk.booking.visits.planning import Visit
from helpdesk.booking.visits.publishing import Wrong
from helpdesk.booking.visits.visit_plans import VisitPlan
from helpdesk.places.communes import Place
from helpdesk.spreadsheets.cells import day, number, time_of_day
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.web.language import say

MOST_ROWS = 200


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
    try:
        if place is None:
            raise CellFault(say("Chọn bản.", "Choose a village."))
        return Visit(
            place.id,
            place.name,
            day(row.day),
            time_of_day(row.opens),
            time_of_day(row.closes),
            number(row.capacity),
            row.kit,
            team_id,
        )
    except CellFault:
        row.problems.append(
            say(
                "Điền đủ ngày, bản, giờ và số người.",
                "Fill in the date, the village, the hours and the number of persons.",
            )
        )
        return None


def told(wrong: Wrong) -> str:
    """What is wrong with a visit, in the language of the request."""
    vietnamese = {
        Wrong.NO_VILLAGE: "Không phải bản của xã.",
        Wrong.PAST: "Chọn ngày từ ngày mai trở đi.",
        Wrong.CLOSED: "Ngày này xã nghỉ.",
        Wrong.HOURS: "Giờ kết thúc phải sau giờ bắt đầu.",
        Wrong.CAPACITY: "Số người từ 1 đến 500.",
        Wrong.VILLAGE_TWICE: "Bản này đã có buổi vào giờ đó.",
        Wrong.TEAM: "Không phải tổ của xã.",
        Wrong.TEAM_TWICE: "Tổ đã có buổi ở nơi khác vào giờ đó.",
    }
    return say(vietnamese[wrong], f"{wrong.value[:1].upper()}{wrong.value[1:]}.")
