"""Every kind of reminder, one row each: when, for whom, until when it is of use, which flows say it, what it needs.

All days are counted from the day of an origin, at the hour of reminders (`Timetable.day_before`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from helpdesk.booking.attending.outcome_states import TAKEN, Outcome
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import LIVE, BookingState
from helpdesk.clock import at_local


class Origin(StrEnum):
    """The day from which a kind counts."""

    OPENING = "opening"
    # The day by which the result of a dossier is told.
    RESULT = "result"
    # The day on which she said that she had the notice.
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Flows:
    """Which flow says it: to herself, to the neighbour who tells her, and through an official who rings."""

    herself: str
    neighbour: str
    call: str


BEFORE = Flows("reminder", "reminder_neighbour", "reminder_call")
NO_SHOW = Flows("reminder_no_show", "reminder_after_neighbour", "reminder_after_call")
RESULT = Flows("reminder_result", "reminder_after_neighbour", "reminder_after_call")
ACTIVATION = Flows("reminder_activation", "reminder_after_neighbour", "reminder_after_call")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of reminder: `due` and `useful` are days from the origin's; `useful` None: until the opening begins.

    Of a kind with `outcomes` each booked person has her own, planned when she is marked so, and even where its time
    is past already; one without is the booking's, planned when it is made and only if its time is still to come.
    """

    name: str
    origin: Origin
    due: int
    useful: int | None
    flows: Flows
    bookings: frozenset[BookingState]
    outcomes: frozenset[Outcome] = frozenset()

    def due_at(self, origin: date, hour: time) -> datetime:
        """When it falls due (UTC)."""
        return at_local(origin + timedelta(days=self.due), hour)

    def useful_until(self, origin: date, hour: time, *, starts_at: datetime) -> datetime:
        """From when on it is of no use any more (UTC)."""
        if self.useful is None:
            return starts_at
        return at_local(origin + timedelta(days=self.useful), hour)


_LIVE = frozenset(BookingState(state) for state in LIVE)
_ABSENT = frozenset({Outcome.ABSENT})
_NOTICED = frozenset({Outcome.NOTICED})

KINDS = (
    # Remind early: phones in villages without power are off for days.
    Kind("three_days", Origin.OPENING, due=-3, useful=-1, flows=BEFORE, bookings=_LIVE),
    Kind("day_before", Origin.OPENING, due=-1, useful=None, flows=BEFORE, bookings=_LIVE),
    Kind("no_show", Origin.OPENING, due=1, useful=4, flows=NO_SHOW, bookings=_LIVE, outcomes=_ABSENT),
    # At most 3 working days, 7 with a card (Decree 69/2024, Art. 13): the day after, and once more for who was away.
    Kind("result", Origin.RESULT, due=1, useful=5, flows=RESULT, bookings=_LIVE, outcomes=TAKEN),
    Kind("result_again", Origin.RESULT, due=5, useful=12, flows=RESULT, bookings=_LIVE, outcomes=TAKEN),
    # Within 7 days of the notice (Decree 69/2024, Art. 14).
    Kind("activate", Origin.NOTICE, due=3, useful=7, flows=ACTIVATION, bookings=_LIVE, outcomes=_NOTICED),
)
"""In the order in which they are said where several are due for one contact."""

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
OF_BOOKINGS = tuple(kind for kind in KINDS if not kind.outcomes)
OF_PERSONS = tuple(kind for kind in KINDS if kind.outcomes)


def origin_of(
    kind: Kind, opening: Opening, *, result_by: date | None, noticed_on: date | None
) -> date | None:
    """The day from which a kind counts; None where that is not known."""
    days = {Origin.OPENING: opening.day, Origin.RESULT: result_by, Origin.NOTICE: noticed_on}
    return days[kind.origin]
