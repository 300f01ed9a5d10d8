"""All rules of the booking room in one machine, on a database of the caller's."""

from pathlib import Path

import sqlalchemy as sa
from hypothesis.stateful import RuleBasedStateMachine

from tests.support.booking_machine_calendar import CalendarMachine
from tests.support.booking_machine_days import DaysMachine
from tests.support.booking_machine_outcomes import OutcomesMachine
from tests.support.booking_machine_phones import PhonesMachine
from tests.support.booking_machine_waits import PartingMachine, WaitingMachine


class AnyOperations(
    PartingMachine, WaitingMachine, DaysMachine, OutcomesMachine, CalendarMachine, PhonesMachine
):
    """Bookings, parties that change, the waiting list, days that change or are closed, what came of who was booked,
    and who is told on a phone of her own."""


def machine_on(engine: sa.Engine, folder: Path) -> type[RuleBasedStateMachine]:
    """The machine on a migrated database, which is emptied for every example."""

    class Here(AnyOperations):
        def __init__(self) -> None:
            super().__init__(engine, folder)

    return Here
