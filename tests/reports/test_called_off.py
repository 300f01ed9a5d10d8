"""Lists of a day that was called off or put off: officers and leaders who have them are told, once."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.changed_days.day_changes import call_off, postpone
from helpdesk.booking.changed_days.effect import take_effect
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.changes import book
from helpdesk.booking.tables import openings
from helpdesk.clock import COMMUNE_ZONE, FixedClock
from helpdesk.messaging.gateways import active
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people import officials
from helpdesk.people.tables import Role, teams
from helpdesk.reports.listing import lists_for
from helpdesk.reports.sweeps import send_leader_lists
from helpdesk.text.segments import measure
from tests.reports.office import TIMETABLE, Office
from tests.support import builders
from tests.support.builders import LEADER

UNDO = timedelta(minutes=10)
TUESDAY = date(2026, 12, 1)


@pytest.fixture
def office(database: sa.Engine, clock: FixedClock, tmp_path: Path) -> Office:
    """Cà Roòng 1 on Wednesday with its team, an officer with e-mail; Tuesday 16:00, when the list is out."""
    clock.set(datetime(2026, 12, 1, 9, tzinfo=COMMUNE_ZONE))
    with database.begin() as db:
        opening = builders.some_opening(db, now=clock.now(), days=1)
        team = db.execute(
            teams.insert().values(commune_id=opening.commune_id, name="Tổ 1").returning(teams.c.id)
        ).scalar_one()
        db.execute(openings.update().values(team_id=team))
        officer = builders.officer(db, opening.commune_id, now=clock.now())
        officials.add(
            db,
            phone=LEADER.phone,
            name=LEADER.name,
            role=Role.LEADER,
            commune_id=opening.commune_id,
            team_id=team,
            now=clock.now(),
        )
        db.execute(sa.text("UPDATE officials SET email = 'hanh@example.vn' WHERE role = 'officer'"))
        mailbox = builders.gateway(db, "email", address="xa@example.vn")
        builders.gateway(db, "simulator", address="8888")
    made = Office(database, clock, tmp_path / "out", opening, mailbox, officer)
    made.book("Hồ Thị Mai", "Hồ Văn Bảy")
    with database.begin() as db:
        walk_in = book(
            db, opening, [("Hồ Văn Xa", 1950)], official_id=officer, now=clock.now(), timetable=TIMETABLE
        )
    assert walk_in is not None
    return made.at(TUESDAY, 18)


def leaders(office: Office) -> int:
    with office.engine.connect() as db:
        ways = active(db)
    return send_leader_lists(office.engine, clock=office.clock, timetable=TIMETABLE, gateways=ways)


def said_to(office: Office, recipient: str) -> list[str]:
    m = outbound_messages.c
    with office.engine.connect() as db:
        return list(db.execute(sa.select(m.text).where(m.recipient == recipient).order_by(m.id)).scalars())


def change(office: Office, to: NewDay | None = None) -> None:
    now = office.clock.now()
    with office.engine.begin() as db:
        how = {"reason": Reason.RAIN, "official_id": office.officer, "now": now, "undo_for": UNDO}
        made = (
            postpone(db, office.opening.id, to, **how)  # type: ignore[arg-type]
            if to
            else call_off(db, office.opening.id, moves_on=False, **how)  # type: ignore[arg-type]
        )
    assert (office.write(), office.mail(), leaders(office)) == (0, 0, 0), "it may be undone"
    office.clock.advance(UNDO)
    with office.engine.begin() as db:
        assert take_effect(db, made.id, now=office.clock.now(), timetable=TIMETABLE)


def test_who_has_the_list_is_told_that_the_day_is_called_off(office: Office) -> None:
    assert (office.write(), office.mail(), leaders(office)) == (1, 1, 1)
    change(office)
    assert (office.write(), office.mail(), leaders(office)) == (1, 1, 1)
    assert (office.write(), office.mail(), leaders(office)) == (0, 0, 0)
    sms = said_to(office, LEADER.phone)[-1]
    assert sms.startswith("BUOI 2/12 BAN CA ROONG 1 HUY DO MUA LU (1/1) Khong di.\nNho bao ")
    assert ("Ho Van Xa 1950" in sms, "Ho Thi Mai" in sms, measure(sms).encoding) == (True, False, "GSM-7")
    mail = office.messages()
    (last,) = [one for one in mail if one.subject and "phiên bản 2" in one.subject]
    assert last.subject.startswith("BUỔI NÀY HỦY do mưa lũ: danh sách bản Cà Roòng 1")
    assert "*** BUỔI NÀY HỦY do mưa lũ ***" in last.text
    (page,) = office.outgoing.glob("2026-12-02*_v2.html")
    assert "BUỔI NÀY HỦY do mưa lũ." in page.read_text(encoding="utf-8")


def test_put_off_they_learn_the_new_day_and_the_new_list_is_whole(office: Office) -> None:
    office.write()
    leaders(office)
    change(office, NewDay(date(2026, 12, 3), time(8), time(11)))
    assert (office.write(), leaders(office)) == (1, 1), "the list of Thursday is made on Wednesday"
    assert said_to(office, LEADER.phone)[-1].startswith(
        "BUOI 2/12 BAN CA ROONG 1 HOAN DO MUA LU (1/1) Sang thu nam 3/12, 8h-11h.\nNho bao "
    )
    office.at(date(2026, 12, 2), 18)
    assert leaders(office) == 1
    assert said_to(office, LEADER.phone)[-1].startswith(
        "DS v1 luc 18h 2/12 (1/1) ban Ca Roong 1, thu nam 3/12"
    )


def test_the_leader_learns_it_before_any_list_and_the_officer_needs_no_correction(office: Office) -> None:
    office.at(TUESDAY, 10)
    change(office)
    assert (office.write(), office.mail(), leaders(office)) == (0, 0, 1)


def test_the_list_that_somebody_asks_for_says_it(office: Office) -> None:
    change(office)
    with office.engine.connect() as db:
        (listing,) = lists_for(db, "ca roong 1", office.opening.day, now=office.clock.now())
    assert (listing.called_off, listing.persons) == ("BUỔI NÀY HỦY do mưa lũ", 3)
