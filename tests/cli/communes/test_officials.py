"""helpdesk/cli/communes/officials.py: who may log in, and the e-mail address of an official, on a real database file."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.cli.main import run
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import Kind
from helpdesk.people.officials import by_phone
from helpdesk.people.tables import audit_entries, officials, teams
from helpdesk.store.engine import open_database
from tests.support import builders

PHONE = builders.OFFICER.phone


@pytest.fixture
def settled(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A database with one commune, which the commands find by their environment."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    engine = open_database(sqlite_url)
    with engine.begin() as db:
        builders.commune(db)
    return engine


def _email(engine: sa.Engine) -> str | None:
    with engine.begin() as db:
        official = by_phone(db, PHONE)
    assert official is not None
    return official.email


def test_an_e_mail_address_is_given_changed_and_taken_away(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--name", "Hạnh", "--role", "officer", "--commune", "thuong-trach"]
    assert run(["officials", "add", *who, "--email", "hanh@example.vn"]) == 0
    assert re.fullmatch(r"one-time password for Hạnh: \S+\n", capsys.readouterr().out)
    assert _email(settled) == "hanh@example.vn"
    assert run(["officials", "email", "--phone", PHONE, "--email", "can.bo@example.vn"]) == 0
    assert capsys.readouterr().out == "Hạnh: lists go to can.bo@example.vn\n"
    assert _email(settled) == "can.bo@example.vn"
    assert run(["officials", "email", "--phone", PHONE]) == 0
    assert _email(settled) is None


@pytest.mark.parametrize(
    ("phone", "email", "told"),
    [
        (PHONE, "hanh", "the e-mail address is not valid; write it like can.bo@example.vn"),
        ("0912345699", "hanh@example.vn", "there is no official with this phone"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str], phone: str, email: str, told: str
) -> None:
    run(
        [
            "officials",
            "add",
            "--phone",
            PHONE,
            "--name",
            "Hạnh",
            "--role",
            "officer",
            "--commune",
            "thuong-trach",
        ]
    )
    capsys.readouterr()
    assert run(["officials", "email", "--phone", phone, "--email", email]) == 1
    assert capsys.readouterr().err == f"{told}\n"
    assert _email(settled) is None


def test_of_an_officials_name_only_what_is_seen_is_kept_and_said(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--role", "officer", "--commune", "thuong-trach"]
    for name in ("\u200b", "\u202e", "..."):
        assert run(["officials", "add", *who, "--name", name]) == 1
    capsys.readouterr()
    assert run(["officials", "add", *who, "--name", "\u202eHạnh\x1b"]) == 0
    assert re.fullmatch(r"one-time password for Hạnh: \S+\n", capsys.readouterr().out)


def test_who_may_log_in_is_listed_gets_another_password_and_ends(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--name", "Hạnh", "--role", "officer", "--commune", "thuong-trach"]
    assert run(["officials", "add", *who, "--email", "hanh@example.vn"]) == 0
    first = capsys.readouterr().out.split()[-1]
    listed = "0912345604  Hạnh: officer, thuong-trach; {}\n"
    assert run(["officials", "list"]) == 0
    mailed = "one-time password not changed yet; lists to hanh@example.vn"
    assert capsys.readouterr().out == listed.format(mailed)
    assert run(["officials", "password", "--phone", PHONE]) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r"one-time password for Hạnh: \S+\n", said)
    assert said.split()[-1] != first
    with settled.begin() as db:
        official = by_phone(db, PHONE)
        assert official is not None
        way, now = builders.gateway(db), datetime(2026, 12, 1, 2, tzinfo=UTC)
        for at, kind in enumerate((Kind.LIST, Kind.NOTICE)):  # what she is told as a resident is not a list
            draft = builders.draft(way, kind=kind, due_at=now)
            post(db, replace(draft, intent_key=f"to-her:{at}", recipient=official.phone), now=now)
    assert run(["officials", "end", "--phone", PHONE]) == 0
    assert (
        capsys.readouterr().out == "Hạnh: ended, logged out everywhere; lists that had not left: 1, dropped\n"
    )
    assert run(["officials", "end", "--phone", PHONE]) == 1
    assert run(["officials", "list"]) == 0
    assert capsys.readouterr().out == listed.format("ended")
    assert run(["officials", "password", "--phone", PHONE]) == 0
    with settled.begin() as db:
        again = by_phone(db, PHONE)
        done = list(db.execute(sa.select(audit_entries.c.action).order_by(audit_entries.c.id)).scalars())
    assert again is not None
    assert (again.active, again.must_change_password) == (True, True)
    assert done == ["official.added", "official.password", "official.ended", "official.password"]
    for verb in ("password", "end"):
        assert run(["officials", verb, "--phone", "0912345699"]) == 1


def test_a_name_longer_than_there_is_room_for_is_refused(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--role", "officer", "--commune", "thuong-trach"]
    assert run(["officials", "add", *who, "--name", "H" * 61]) == 1
    assert capsys.readouterr().err == "the name has 61 characters; there is room for 60\n"


def test_the_address_of_who_has_ended_is_kept_and_it_is_said_that_no_list_goes_there(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--name", "Hạnh", "--role", "officer", "--commune", "thuong-trach"]
    assert run(["officials", "add", *who]) == 0
    assert run(["officials", "end", "--phone", PHONE]) == 0
    capsys.readouterr()
    assert run(["officials", "email", "--phone", PHONE, "--email", "hanh@example.vn"]) == 0
    told = "Hạnh: lists go to hanh@example.vn (noted, but this official has ended: no lists are sent)\n"
    assert capsys.readouterr().out == told
    assert _email(settled) == "hanh@example.vn"


def test_team_names_that_differ_by_case_only_are_one_team(settled: sa.Engine) -> None:
    for phone, team in (("0912345681", "Tổ 1 Đoàn"), ("0912345682", "TỔ 1 ĐOÀN"), ("0912345683", "Tổ 2")):
        who = ["--phone", phone, "--name", "Hạnh", "--role", "leader", "--commune", "thuong-trach"]
        assert run(["officials", "add", *who, "--team", team]) == 0
    with settled.connect() as db:
        assert list(db.execute(sa.select(teams.c.name).order_by(teams.c.id)).scalars()) == [
            "Tổ 1 Đoàn",
            "Tổ 2",
        ]


def test_who_typed_too_many_wrong_passwords_is_let_try_again(
    settled: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--phone", PHONE, "--name", "Hạnh", "--role", "officer", "--commune", "thuong-trach"]
    assert run(["officials", "add", *who]) == 0
    capsys.readouterr()
    counted = sa.select(officials.c.fs_uniquifier, officials.c.password)
    with settled.connect() as db:
        before, password = db.execute(counted).one()
    assert run(["officials", "unlock", "--phone", PHONE]) == 0
    assert capsys.readouterr().out == "Hạnh: may try to log in at once; logged out everywhere\n"
    with settled.connect() as db:
        after, kept = db.execute(counted).one()
        actions = db.execute(sa.select(audit_entries.c.action).order_by(audit_entries.c.id)).scalars().all()
    assert (after == before, kept == password, actions[-1]) == (False, True, "official.unlocked")
    assert run(["officials", "end", "--phone", PHONE]) == 0
    assert run(["officials", "unlock", "--phone", PHONE]) == 1
    assert "Hạnh has ended: `officials password` lets in again" in capsys.readouterr().err
