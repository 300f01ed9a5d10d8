"""Apps that are lent to one test after another: to build one takes longer than many a test, and so do its templates.

What a test is lent knows nothing of the one before: it has its runtime, its officials and no failed logins. The cost of
a password is the least that argon2 allows; an app that is built by `create_app` itself has the cost of production.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from argon2 import PasswordHasher
from flask import Flask

from helpdesk.app import PAGES, create_app
from helpdesk.conversation.house import House
from helpdesk.runtime import Runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.web.current import EXTENSION
from helpdesk.web.desk.access.accounts import Accounts
from helpdesk.web.desk.access.guards import PASSWORD_TIME
from helpdesk.web.desk.access.password_time import PasswordTime

_CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Passes, KiB and threads (RFC 9106)."""

_free: dict[Settings, list[Flask]] = {}
_lent: dict[Flask, Settings] = {}


def lend(runtime: Runtime) -> Flask:
    """The application around a runtime: one that stood free, or a new one."""
    if not _may_stand(runtime.settings):
        return create_app(runtime)
    built_from = replace(runtime.settings, data=Path(), database_url="")
    free = _free.setdefault(built_from, [])
    app = free.pop() if free else _built(runtime)
    _point(app, runtime)
    _lent[app] = built_from
    return app


def take_back(app: Flask) -> None:
    """It may be lent again; what it was told is forgotten."""
    built_from = _lent.pop(app, None)
    if built_from is None:
        return
    pages = app.extensions[PAGES]
    for each in (app, pages):
        del each.extensions[EXTENSION]
    pages.extensions["security"].datastore = None
    for limiter in pages.extensions["limiter"]:
        limiter.reset()
    pages.extensions[PASSWORD_TIME] = PasswordTime()
    _free[built_from].append(app)


@cache
def cheaply_hashed(password: str) -> str:
    """The hash of a password, which an app that is lent checks in no time."""
    return _CHEAP.hash(password)


def _may_stand(settings: Settings) -> bool:
    # A key that an app makes for itself ends with it, and the limits of an app with Redis are kept there.
    return bool(settings.secret_key) and settings.redis_url is None and not settings.in_production


def _built(runtime: Runtime) -> Flask:
    # Whatever it were to keep of the runtime it is built with would break in the first test that is lent it.
    nobodys = replace(runtime, engine=_nowhere(), house=cast(House, None))
    app = create_app(nobodys)
    passwords = app.extensions[PAGES].extensions["security"].pwd_context
    passwords.update(
        argon2__time_cost=_CHEAP.time_cost,
        argon2__memory_cost=_CHEAP.memory_cost,
        argon2__parallelism=_CHEAP.parallelism,
    )
    return app


@cache
def _nowhere() -> sa.Engine:
    return open_database("sqlite://")


def _point(app: Flask, runtime: Runtime) -> None:
    pages = app.extensions[PAGES]
    for each in (app, pages):
        each.extensions[EXTENSION] = runtime
    pages.extensions["security"].datastore = Accounts(runtime.engine, runtime.transaction)
