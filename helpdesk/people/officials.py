"""Officials: who works for a commune, in which role and team, and how they log in."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.people.passwords import hashed, one_time_password
from helpdesk.people.tables import Role, officials, teams
from helpdesk.store.upsert import insert_if_new
from helpdesk.text.email_addresses import is_email
from helpdesk.text.people.written_names import is_name, seen
from helpdesk.text.phone_numbers import canonical, is_number

LONGEST_NAME = 60
"""Characters of an official's name, which stands beside what she signed."""


@dataclass(frozen=True, slots=True)
class Official:
    """Someone who works for a commune. `commune_id` is None for an admin of every commune."""

    id: int
    commune_id: int | None
    team_id: int | None
    phone: str
    name: str
    role: Role
    active: bool
    password_set_at: datetime | None
    # Invented, with an invented phone: never to be reached over a real network.
    sample: bool
    # Where lists are mailed to.
    email: str | None = None

    @property
    def must_change_password(self) -> bool:
        """Whether the password is still the one-time one."""
        return self.password_set_at is None


class CannotAddOfficial(ValueError):
    """What is wrong with an official that was to be added, in words for the operator."""


o = officials.c
_COLUMNS = (
    o.id,
    o.commune_id,
    o.team_id,
    o.phone,
    o.name,
    o.role,
    o.active,
    o.password_set_at,
    o.sample,
    o.email,
)


def _official(row: Sequence[Any]) -> Official:
    official_id, commune_id, team_id, phone, name, role, *rest = row
    return Official(official_id, commune_id, team_id, phone, name, Role(role), *rest)


def add(
    db: sa.Connection,
    *,
    phone: str,
    name: str,
    role: Role,
    commune_id: int | None,
    team_id: int | None,
    now: datetime,
    email: str | None = None,
) -> tuple[Official, str]:
    """Add an official; also returns the one-time password, which is kept nowhere but as a hash.

    Raises CannotAddOfficial for a phone that is none or taken, for an e-mail address that is none, and for a role
    without its commune or team.
    """
    phone, name, email = canonical(phone), seen(name), _checked(email)
    if not is_number(phone):
        raise CannotAddOfficial("the phone is not a valid number; write it like 0912345678")
    if not is_name(name):
        raise CannotAddOfficial("the name is empty" if not name else "the name has no letter")
    if len(name) > LONGEST_NAME:
        raise CannotAddOfficial(f"the name has {len(name)} characters; there is room for {LONGEST_NAME}")
    _check_place_of_work(db, role=role, commune_id=commune_id, team_id=team_id)
    password = one_time_password()
    row = {
        "commune_id": commune_id,
        "team_id": team_id,
        "phone": phone,
        "name": name,
        "email": email,
        "role": role.value,
        "password": hashed(password),
        "fs_uniquifier": _uniquifier(),
        "created_at": now,
    }
    added = insert_if_new(db, officials, row, returning=tuple(_COLUMNS)).first()
    if added is None:
        raise CannotAddOfficial("an official with this phone is there already")
    return _official(added), password


def change_email(db: sa.Connection, official_id: int, email: str | None) -> None:
    """Set where an official's lists are mailed to; None: nowhere. Raises CannotAddOfficial."""
    db.execute(officials.update().where(o.id == official_id).values(email=_checked(email)))


def _checked(email: str | None) -> str | None:
    if email is not None and not is_email(email := email.strip()):
        raise CannotAddOfficial("the e-mail address is not valid; write it like can.bo@example.vn")
    return email


def _check_place_of_work(
    db: sa.Connection, *, role: Role, commune_id: int | None, team_id: int | None
) -> None:
    if commune_id is None and role is not Role.ADMIN:
        raise CannotAddOfficial(f"the role {role.value} needs a commune")
    if team_id is None:
        if role is Role.LEADER:
            raise CannotAddOfficial("the role leader needs a team")
        return
    commune_of_team = db.execute(sa.select(teams.c.commune_id).where(teams.c.id == team_id)).scalar()
    if commune_of_team is None or commune_of_team != commune_id:
        raise CannotAddOfficial("the team does not belong to the commune")


def by_phone(db: sa.Connection, phone: str) -> Official | None:
    """The official with this phone, however it is written, active or not."""
    row = db.execute(sa.select(*_COLUMNS).where(o.phone == canonical(phone))).first()
    return _official(row) if row else None


def leaders_of(db: sa.Connection, team_id: int) -> list[Official]:
    """The active leaders of a team, in the order in which they were added."""
    return _active(db, o.team_id == team_id, o.role == Role.LEADER.value)


def officers_of(db: sa.Connection, commune_id: int) -> list[Official]:
    """The active officers of a commune, in the order in which they were added."""
    return _active(db, o.commune_id == commune_id, o.role == Role.OFFICER.value)


def _active(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Official]:
    query = sa.select(*_COLUMNS).where(o.active, *conditions).order_by(o.id)
    return [_official(row) for row in db.execute(query)]


def change_password(db: sa.Connection, official_id: int, password: str, *, now: datetime) -> None:
    """Set the password an official chose, and end every login there is. Raises PasswordTooShort."""
    values = {"password": hashed(password), "fs_uniquifier": _uniquifier(), "password_set_at": now}
    db.execute(officials.update().where(o.id == official_id).values(values))


def everyone(db: sa.Connection) -> list[Official]:
    """All officials there ever were, by commune (those of every commune first), those who may not log in last."""
    query = sa.select(*_COLUMNS).order_by(sa.func.coalesce(o.commune_id, 0), o.active.desc(), o.id)
    return [_official(row) for row in db.execute(query)]


def renew_password(db: sa.Connection, official_id: int) -> str:
    """A new one-time password, also for whoever's work here had ended: she may log in again. Every login ends."""
    password = one_time_password()
    values = {"password": hashed(password), "password_set_at": None, "active": True}
    db.execute(officials.update().where(o.id == official_id).values(**values, fs_uniquifier=_uniquifier()))
    return password


def end(db: sa.Connection, official_id: int) -> None:
    """Whoever works here no longer: no login, no marks by SMS and no lists any more; what she signed stays hers."""
    values = {"password": None, "active": False, "fs_uniquifier": _uniquifier()}
    db.execute(officials.update().where(o.id == official_id).values(values))


def end_logins(db: sa.Connection, official_id: int) -> None:
    """End every login of an official, on whatever browser."""
    db.execute(officials.update().where(o.id == official_id).values(fs_uniquifier=_uniquifier()))


def _uniquifier() -> str:
    return secrets.token_hex(32)
