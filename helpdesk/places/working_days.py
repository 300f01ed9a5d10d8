"""Counting working days of a commune, as the law counts them: the day itself is none of them."""

from datetime import date, timedelta

import sqlalchemy as sa

from helpdesk.places.closed_days import working_days


def working_days_after(db: sa.Connection, commune_id: int, day: date, count: int) -> date:
    """The `count`-th working day after `day`; what the commune says of its days comes before the holidays known.

    One statement for a fortnight, or as many more as a long holiday takes.
    """
    left, after = count, day
    while True:
        span = [after + timedelta(days=number) for number in range(1, 15)]
        worked = sorted(working_days(db, commune_id, span))
        if len(worked) >= left:
            return worked[left - 1]
        left, after = left - len(worked), span[-1]
