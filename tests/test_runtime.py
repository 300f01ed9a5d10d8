"""helpdesk/runtime.py: the mail server."""

from dataclasses import replace

import sqlalchemy as sa

from helpdesk.channels.email import EmailChannel
from helpdesk.clock import FixedClock
from helpdesk.runtime import open_runtime
from helpdesk.settings import Settings, Smtp

OLD = Settings(smtp=Smtp("127.0.0.1", 25, "old@example.vn"))


def test_e_mail_leaves_from_the_address_that_is_set_now(database: sa.Engine, clock: FixedClock) -> None:
    new = replace(OLD, smtp=Smtp("mail.vn", 587, "new@example.vn", "xa", "secret"))
    for settings, address in [(OLD, "old@example.vn"), (new, "new@example.vn"), (OLD, "old@example.vn")]:
        runtime = open_runtime(settings, clock=clock, engine=database)
        assert runtime.mailbox is not None
        assert (runtime.mailbox.channel, runtime.mailbox.address) == ("email", address)
        assert isinstance(runtime.channels["email"], EmailChannel)
        assert runtime.channels["email"].redacted() == ({"secret"} if settings is new else frozenset())


def test_without_a_mail_server_there_is_no_mailbox(database: sa.Engine, clock: FixedClock) -> None:
    open_runtime(OLD, clock=clock, engine=database)
    runtime = open_runtime(Settings(), clock=clock, engine=database)
    assert runtime.mailbox is None
    assert "email" not in runtime.channels
    assert [way.channel for way in runtime.house.gateways] == ["simulator", "twilio"]
