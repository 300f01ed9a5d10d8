"""Which openings, and what is booked in them, whoever is logged in sees: of the own commune, a leader of the own team."""

import sqlalchemy as sa
from flask import abort

from helpdesk.booking.openings import Opening, find_opening
from helpdesk.web.desk.access.gate import signed_in


def sees(opening: Opening) -> bool:
    """Whether an opening, with all who are booked or wait there, is any business of this official."""
    account = signed_in()
    return account.commune_id in (None, opening.commune_id) and account.team_id in (None, opening.team_id)


def own_opening(db: sa.Connection, opening_id: int) -> Opening:
    """The opening, or 404: whether another commune's exists is no business of this official."""
    opening = find_opening(db, opening_id)
    if opening is None or not sees(opening):
        abort(404)
    return opening
