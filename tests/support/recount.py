"""Whether the counters of the booking room say what its rows say."""

import sqlalchemy as sa

from helpdesk.booking.states import LIVE
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers


def miscounted(db: sa.Connection) -> list[str]:
    """Every opening whose `taken`, and every booking whose `party` or state, is not what a recount of persons gives.

    Places that are held for somebody by an offer count as taken.

    And every opening in which two have the same number of the day, or one that was never counted up. Who was booked
    after the opening was made smaller may have none (0).
    """
    counted = db.execute(
        sa.select(booked_persons.c.booking_id, sa.func.count())
        .where(booked_persons.c.cancelled_at.is_(None))
        .group_by(booked_persons.c.booking_id)
    )
    in_booking = {row[0]: row[1] for row in counted}
    wrong, in_opening = [], dict[int, int]()
    for row in db.execute(sa.select(bookings)):
        persons, live = in_booking.get(row.id, 0), row.state in LIVE
        if row.party != persons or live != (persons > 0):
            wrong.append(f"booking {row.id} is {row.state} for {row.party}, its persons are {persons}")
        in_opening[row.opening_id] = in_opening.get(row.opening_id, 0) + persons
    held = sa.select(offers).where(offers.c.state == OfferState.HELD.value)
    for row in db.execute(held):
        in_opening[row.opening_id] = in_opening.get(row.opening_id, 0) + row.party
    for row in db.execute(sa.select(openings)):
        if row.taken != in_opening.get(row.id, 0):
            wrong.append(
                f"opening {row.id} has {row.taken} taken, booked or held are {in_opening.get(row.id, 0)}"
            )
    return wrong + _misnumbered(db)


def _misnumbered(db: sa.Connection) -> list[str]:
    numbers: dict[int, list[int]] = {}
    held = (
        sa.select(bookings.c.opening_id, booked_persons.c.number)
        .join(booked_persons, booked_persons.c.booking_id == bookings.c.id)
        .where(booked_persons.c.cancelled_at.is_(None), booked_persons.c.number > 0)
    )
    for opening_id, number in db.execute(held):
        numbers.setdefault(opening_id, []).append(number)
    counted = {row.id: max(row.capacity, row.numbered) for row in db.execute(sa.select(openings))}
    return [
        f"opening {opening_id} has counted to {counted[opening_id]} and has the numbers {sorted(own)}"
        for opening_id, own in numbers.items()
        if len(set(own)) < len(own) or not 1 <= min(own) <= max(own) <= counted[opening_id]
    ]
