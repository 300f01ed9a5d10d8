"""The communes of whoever is logged in; any other is answered like one that never was."""

import sqlalchemy as sa
from flask import abort

from helpdesk.places.communes import Commune, all_communes
from helpdesk.web.desk.access.gate import signed_in


def own_communes(db: sa.Connection) -> list[Commune]:
    """The official's own commune; every one for an admin of all."""
    own = signed_in().commune_id
    return [commune for commune in all_communes(db) if own in (None, commune.id)]


def own_commune(db: sa.Connection, commune_id: int) -> Commune:
    """The commune, or 404: whether another one exists is no business of this official."""
    found = next((commune for commune in own_communes(db) if commune.id == commune_id), None)
    if found is None:
        abort(404)
    return found
