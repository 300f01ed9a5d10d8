"""`helpdesk doctor` says what wants attention, in plain lines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting_tables import recounts
from helpdesk.cli.doctor import findings
from helpdesk.clock import FixedClock
from helpdesk.conversation.script.checking.first_words import one_way_messages
from helpdesk.messaging.gateways import change
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.messaging.template_table import proposed
from helpdesk.messaging.templates import register
from helpdesk.people.tables import officials
from helpdesk.settings import Settings, Smtp
from tests.support import builders
from tests.support.service import Service, open_service
from tests.support.whole_service import Program

SMTP = Smtp("127.0.0.1", 25, "xa@example.vn")


@pytest.fixture
def service(database: sa.Engine, clock: FixedClock) -> Iterator[Service]:
    service = open_service(database, clock)
    yield service
    service.close()


def said(service: Service) -> list[tuple[bool, str]]:
    with service.engine.connect() as db:
        return [*findings.leaders(db), *findings.outbox(db, service.runtime)]


def message(service: Service, state: State) -> None:
    now = service.clock.now()
    with service.engine.begin() as db:
        way = builders.gateway(db, "simulator", address="8888")
        message_id = post(db, builders.draft(way, due_at=now), now=now)
        row = {"state": state.value, "settled_at": now}
        own = outbound_messages.c.id == message_id
        db.execute(outbound_messages.update().where(own).values(row))


def test_while_all_is_well_it_says_so(service: Service) -> None:
    message(service, State.QUEUED)
    assert said(service) == [
        (True, "messages queued: 1"),
        (True, "messages sending: 0"),
        (True, "messages uncertain that nobody has seen to: 0"),
        (True, "messages failed that nobody has seen to: 0"),
    ]


def test_what_is_stuck_failed_or_not_known_is_counted(service: Service) -> None:
    for state in (State.QUEUED, State.UNCERTAIN, State.FAILED, State.FAILED):
        message(service, state)
    service.clock.advance(timedelta(minutes=20))
    told = [line for good, line in said(service) if not good]
    assert told[:2] == [
        "messages uncertain that nobody has seen to: 1; see /desk/messages",
        "messages failed that nobody has seen to: 2; see /desk/messages",
    ]
    assert told[2].startswith(
        "queue stuck: 1 message due and not sent, the oldest for 20 minutes. See whether"
    )
    assert len(told) == 3


def test_a_team_that_nobody_leads_is_named(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(officials.update().where(officials.c.phone == "+84900000002").values(active=False))
    told = [line for good, line in said(service) if not good]
    assert len(told) == 1
    assert told[0].endswith("of Thượng Trạch has no leader; its list is sent to nobody")


@pytest.mark.parametrize(
    ("smtp", "operator", "well_in_production", "line"),
    [
        (None, None, False, "e-mail: off, SMTP_URL is not set; no lists and no alerts are mailed"),
        (
            SMTP,
            None,
            False,
            "e-mail: HELPDESK_OPERATOR_EMAIL is not set; nobody is mailed when messages are stuck",
        ),
        (SMTP, "may@example.vn", True, "e-mail: from xa@example.vn; alerts go to HELPDESK_OPERATOR_EMAIL"),
    ],
)
def test_without_e_mail_production_wants_attention(
    smtp: Smtp | None, operator: str | None, well_in_production: bool, line: str
) -> None:
    given = Settings(smtp=smtp, operator_email=operator)
    assert findings.mail(given) == (True, line)
    assert findings.mail(replace(given, env="production")) == (well_in_production, line)


def test_the_command_says_all_of_it_and_exits_with_1_when_something_wants_attention(
    sqlite_url: str, tmp_path: Path
) -> None:
    settings = {"HELPDESK_DATABASE_URL": sqlite_url, "HELPDESK_DATA": str(tmp_path)}
    with Program(["doctor"], folder=tmp_path / "well", settings=settings) as program:
        assert (program.ended(), program.complained) == (0, "")
        assert "ok    messages queued: 0\n" in program.said
        assert "ok    e-mail: off" in program.said
    engine = sa.create_engine(sqlite_url)
    with engine.begin() as db:
        db.execute(sa.text("INSERT INTO communes (code, name, sample) VALUES ('thu', 'Xã Thử', 0)"))
        db.execute(sa.text("INSERT INTO teams (commune_id, name) VALUES (1, 'Tổ lưu động')"))
    engine.dispose()
    with Program(["doctor"], folder=tmp_path / "unwell", settings=settings) as program:
        assert program.ended() == 1
        assert "LOOK  team: Tổ lưu động of Xã Thử has no leader" in program.said


def test_what_is_not_registered_where_it_must_be_is_told(service: Service) -> None:
    messages = one_way_messages(service.runtime.house.script)
    with service.engine.begin() as db:
        way = builders.gateway(db, address="XATTRACH")
        assert list(findings.wordings(db, service.runtime)) == []
        change(db, way, two_way=False, free_text=False)
        register(db, way.id, proposed(messages[1:], way), now=service.clock.now())
        lacking, all_ = list(findings.wordings(db, service.runtime)), len(messages)
        register(db, way.id, proposed(messages, way), now=service.clock.now())
        complete = list(findings.wordings(db, service.runtime))
    told = f"gateway: XATTRACH has {all_ - 1} of {all_} wordings registered"
    assert lacking == [(False, f"{told}; see `helpdesk gateways templates wanted XATTRACH`")]
    assert complete == [(True, f"gateway: XATTRACH has {all_} of {all_} wordings registered")]


def test_what_the_last_recount_found_is_said(service: Service) -> None:
    def said_of_it() -> tuple[bool, str]:
        with service.engine.connect() as db:
            return findings.counters(db, service.runtime)

    assert said_of_it() == (True, "recount: none yet; it is done every night")
    service.sweep("recount")
    well, line = said_of_it()
    assert (well, line[:29], line[-6:]) == (True, "recount of 2026-12-01 09:00: ", " agree")
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.id == 1).values(taken=1))
    service.clock.advance(timedelta(days=1))
    assert service.sweep("recount") == 1
    well, line = said_of_it()
    assert (well, "opening 1 says 1, counted are 0" in line) == (False, True)
    service.clock.advance(timedelta(days=3))
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.id == 1).values(taken=0))
        db.execute(recounts.update().values(differences=[]))
    well, line = said_of_it()
    assert (well, "was the last" in line) == (False, True)
