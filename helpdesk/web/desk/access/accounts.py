"""Officials as Flask-Security knows them: its user datastore over our plain table, without an ORM."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask_security.core import RoleMixin, UserMixin
from flask_security.datastore import UserDatastore

from helpdesk.people.tables import Role, officials
from helpdesk.store.engine import reading
from helpdesk.web.desk.access.permissions import PERMISSIONS

o = officials.c
_COLUMNS = (
    o.id,
    o.commune_id,
    o.team_id,
    o.phone,
    o.name,
    o.role,
    o.active,
    o.password,
    o.fs_uniquifier,
    o.password_set_at,
)


class AccountRole(RoleMixin):
    """A role with the permissions that our table gives it."""

    def __init__(self, role: Role) -> None:
        self.name = role.value
        self.permissions = [permission.value for permission in PERMISSIONS[role]]


@dataclass(eq=False)
class Account(UserMixin):
    """An official who logs in. `commune_id` is None for an admin of every commune."""

    id: int
    commune_id: int | None
    team_id: int | None
    phone: str
    name: str
    role: Role
    active: bool
    password: str | None
    password_set_at: datetime | None
    fs_uniquifier: str = ""  # always given; Flask-Security looks for it on the class

    @property
    def roles(self) -> list[RoleMixin]:  # type: ignore[override]  # read-only here: a role changes in our table
        return [AccountRole(self.role)]

    @property
    def must_change_password(self) -> bool:
        """Whether the password is still the one-time one."""
        return self.password_set_at is None


class Accounts(UserDatastore):
    """Finds officials, and keeps a hash that Flask-Security made anew. Officials are added by people.officials."""

    def __init__(
        self, engine: sa.Engine, transaction: Callable[[], AbstractContextManager[sa.Connection]]
    ) -> None:
        super().__init__(Account, AccountRole)
        self._engine = engine
        self._transaction = transaction

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Account | None:  # noqa: ARG002
        """The official whose one column (`phone="+84…"`, `fs_uniquifier=…`) has this value."""
        ((column, value),) = kwargs.items()
        with reading(self._engine) as db:
            row = db.execute(sa.select(*_COLUMNS).where(o[column] == value)).first()
        return Account(**{**row._mapping, "role": Role(row.role)}) if row else None

    def put(self, model: Account) -> Account:
        """Keep the hash of an account whose password was hashed anew, with today's parameters, at its login."""
        with self._transaction() as db:
            db.execute(officials.update().where(o.id == model.id).values(password=model.password))
        return model
