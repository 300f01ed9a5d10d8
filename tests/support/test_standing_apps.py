"""Tests one after another are lent one app; nothing of the one is there for the other."""

import gc
import weakref
from collections.abc import Callable

from flask import Flask

from helpdesk.app import PAGES
from helpdesk.clock import FixedClock
from helpdesk.store.engine import open_database
from helpdesk.web.desk.access.guards import PASSWORD_TIME
from helpdesk.web.desk.access.password_time import PasswordTime
from tests.support.sample_officials import OFFICER
from tests.support.service import open_service
from tests.support.web_pages import log_in


def test_an_app_that_was_lent_forgets_whom_it_was_lent_to(sqlite_url: str, clock: FixedClock) -> None:
    def lent_to_a_guesser() -> tuple[Flask, list[Callable[[], object]]]:
        engine = open_database(sqlite_url)
        service = open_service(engine, clock)
        codes = [log_in(service.client, OFFICER, "not the password").status_code for _ in range(9)]
        assert codes == [422] * 8 + [429]
        service.close()
        engine.dispose()
        return service.app, [
            weakref.ref(service.runtime),
            weakref.ref(service.runtime.house),
            weakref.ref(engine),
        ]

    app, known = lent_to_a_guesser()
    gc.collect()
    assert [of_it() for of_it in known] == [None] * 3
    engine = open_database(sqlite_url)
    service = open_service(engine, clock)
    assert service.app is app
    assert app.extensions[PAGES].extensions[PASSWORD_TIME] == PasswordTime()
    assert log_in(service.client, OFFICER).status_code == 303
    service.close()
    engine.dispose()
