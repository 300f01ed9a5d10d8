"""Sample officials: an officer, and a team with its leader, for each sample commune. All of them are invented."""

import secrets
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from helpdesk.people.passwords import hashed
from helpdesk.people.tables import Role, officials, teams
from helpdesk.places.tables import communes
from helpdesk.store.upsert import insert_if_new

TEAM = "Tổ lưu động mẫu"

_FIRST_PHONE = 84_900_000_001


def load(db: sa.Connection, *, now: datetime, password: str) -> None:
    """Write the sample officials of the sample communes, all with this one known password: development only.

    Phones are +84900000001 and on: officer, then leader, commune by commune. Who is there already stays as is.
    """
    known = sa.select(communes.c.id, communes.c.name).where(communes.c.sample).order_by(communes.c.id)
    wanted: list[dict[str, Any]] = []
    for at, (commune_id, commune) in enumerate(db.execute(known).all()):
        officer: dict[str, Any] = {
            "name": f"Cán bộ mẫu {commune}",
            "role": Role.OFFICER.value,
            "team_id": None,
        }
        leader = {
            "name": f"Trưởng nhóm mẫu {commune}",
            "role": Role.LEADER.value,
            "team_id": _team(db, commune_id),
        }
        wanted += [
            {**who, "commune_id": commune_id, "phone": f"+{_FIRST_PHONE + 2 * at + nth}"}
            for nth, who in enumerate((officer, leader))
        ]
    there = set(db.execute(sa.select(officials.c.phone)).scalars())
    new = [who for who in wanted if who["phone"] not in there]
    if new:
        shared = {"password": _hashed(password), "password_set_at": now, "created_at": now, "sample": True}
        rows = [{**who, **shared, "fs_uniquifier": secrets.token_hex(32)} for who in new]
        insert_if_new(db, officials, rows)


@cache
def _hashed(password: str) -> str:
    """Once in a process: to hash is made to be slow, and this one password is known to all."""
    return hashed(password)


def _team(db: sa.Connection, commune_id: int) -> int:
    insert_if_new(db, teams, {"commune_id": commune_id, "name": TEAM})
    own = (teams.c.commune_id == commune_id) & (teams.c.name == TEAM)
    return int(db.execute(sa.select(teams.c.id).where(own)).scalar_one())
