"""helpdesk/reports/sweeps.py, on a real file system."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, at_local
from helpdesk.messaging import gateways
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.tables import gateways as gateways_table
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people import officials
from helpdesk.people.tables import Role, teams
from helpdesk.people.tables import officials as officials_table
from helpdesk.reports.files import CannotWriteLists
from helpdesk.reports.sweeps import (
    send_leader_lists,
    send_leader_lists_of,
    write_officer_lists_of,
)
from helpdesk.reports.tables import lists
from tests.reports.office import TIMETABLE, Listed
from tests.support import builders
from tests.support.statements import statements_of

TUESDAY, WEDNESDAY = date(2026, 12, 1), date(2026, 12, 2)


@dataclass
class Visit(Listed):
    """The same, and the leader of the team that goes there."""

    gateways: list[Gateway]
    leader: officials.Official

    def send(self) -> int:
        return send_leader_lists(self.engine, clock=self.clock, timetable=TIMETABLE, gateways=self.gateways)

    def files(self) -> list[str]:
        return sorted(path.name for path in self.outgoing.iterdir()) if self.outgoing.exists() else []

    def messages(self) -> list[str]:
        with self.engine.begin() as db:
            query = sa.select(outbound_messages.c.text).order_by(outbound_messages.c.id)
            return list(db.execute(query).scalars())


@pytest.fixture
def visit(database: sa.Engine, clock: FixedClock, tmp_path: Path) -> Visit:
    with database.begin() as db:
        gateways.ensure(db, channel="simulator", address="8888")
        ways = gateways.active(db)
        village = builders.place(db, builders.commune(db))
        row = {"commune_id": village.commune_id, "name": "Tổ 1"}
        team_id = db.execute(teams.insert().values(row).returning(teams.c.id)).scalar_one()
        opening = builders.opening(db, village, day=WEDNESDAY)
        db.execute(openings.update().where(openings.c.id == opening.id).values(team_id=team_id))
        leader, _ = officials.add(
            db,
            phone=builders.LEADER.phone,
            name=builders.LEADER.name,
            role=Role.LEADER,
            commune_id=village.commune_id,
            team_id=team_id,
            now=clock.now(),
        )
    return Visit(database, clock, tmp_path / "outgoing", opening, ways, leader)


def _names(version: int) -> list[str]:
    stem = f"2026-12-02_village-ca-roong-1_0730_v{version}"
    return [f"{stem}.csv", f"{stem}.html"]


def test_the_officer_s_list_is_written_at_15_30_of_the_working_day_before_and_once(visit: Visit) -> None:
    visit.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    assert visit.at(TUESDAY, 15, 29).write() == 0
    assert visit.files() == []
    assert visit.at(TUESDAY, 15, 30).write() == 1
    assert visit.files() == _names(1)
    assert visit.at(TUESDAY, 15, 31).write() == 0
    page = (visit.outgoing / _names(1)[1]).read_text("utf-8")
    assert re.findall(r'<td class="name">(.*?)</td>', page) == ["Hồ Thị Mai", "Hồ Văn Đoàn"]
    assert "Phiên bản 1, lập lúc 15h30 ngày 1/12/2026 cho" in page


def test_a_cancelled_person_is_gone_from_the_next_version_and_the_first_is_kept(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    visit.at(TUESDAY, 15, 30).write()
    visit.cancel(booking, person=1)
    assert visit.at(TUESDAY, 17).write() == 1
    assert visit.files() == [*_names(1), *_names(2)]
    page = (visit.outgoing / _names(2)[1]).read_text("utf-8")
    assert re.findall(r'<td class="name">(.*?)</td>', page) == ["Hồ Thị Mai"]
    assert "Phiên bản 2, lập lúc 17h ngày 1/12/2026 cho" in page


def test_an_opening_that_nobody_booked_has_a_list_too(visit: Visit) -> None:
    assert visit.at(TUESDAY, 15, 30).write() == 1
    assert "Chưa có ai đặt chỗ." in (visit.outgoing / _names(1)[1]).read_text("utf-8")


def test_a_scheduler_that_was_down_writes_the_list_until_the_opening_begins(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    assert visit.at(WEDNESDAY, 7, 29).write() == 1
    visit.book("Hồ Văn Đoàn", by=builders.PROXY)
    assert visit.at(WEDNESDAY, 7, 30).write() == 0
    assert visit.files() == _names(1)


def test_after_the_opening_has_begun_there_is_no_list(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    assert visit.at(WEDNESDAY, 7, 30).write() == 0
    assert visit.at(WEDNESDAY, 7, 30).send() == 0
    assert (visit.files(), visit.messages(), visit.versions()) == ([], [], [])


@pytest.mark.parametrize("lost", [0, 1])
def test_the_newest_version_is_written_again_as_it_was_when_its_file_is_gone(visit: Visit, lost: int) -> None:
    visit.book("Hồ Thị Mai")
    visit.at(TUESDAY, 15, 30).write()
    path = visit.outgoing / _names(1)[lost]
    before = path.read_bytes()
    path.unlink()
    assert visit.at(TUESDAY, 16).write() == 1
    assert path.read_bytes() == before
    assert visit.versions() == [("officer", 1)]


def test_what_could_not_be_written_is_written_once_the_folder_can_be(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    visit.outgoing.write_text("in the way")
    with pytest.raises(CannotWriteLists):
        visit.at(TUESDAY, 15, 30).write()
    visit.outgoing.unlink()
    assert visit.at(TUESDAY, 15, 40).write() == 1
    assert visit.files() == _names(1)
    assert "lập lúc 15h30" in (visit.outgoing / _names(1)[1]).read_text("utf-8")


def test_the_leader_gets_the_list_by_sms_at_18_00_and_once(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    assert visit.at(TUESDAY, 17, 59).send() == 0
    assert visit.at(TUESDAY, 18).send() == 1
    assert visit.at(TUESDAY, 18, 1).send() == 0
    with visit.engine.begin() as db:
        message = db.execute(sa.select(outbound_messages)).one()
    assert message.text == (
        "DS v1 luc 18h 1/12 (1/1) ban Ca Roong 1, thu tu 2/12, 7h30-11h: 2 nguoi, lam duoc muc 2.\n"
        f"{booking.code} 0912345601: 1.Ho Thi Mai 1980, 2.Ho Van Doan 1980"
    )
    assert message.intent_key == f"list:{visit.opening.id}:1:{visit.leader.id}:1"
    assert (message.kind, message.state, message.recipient) == ("list", "queued", builders.LEADER.phone)
    assert (message.contact_id, message.commune_id) == (None, visit.opening.commune_id)
    assert (message.due_at, message.useful_until) == (at_local(TUESDAY, time(18)), visit.opening.starts_at)


def test_what_changes_overnight_is_told_at_06_00_and_only_that(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    visit.at(TUESDAY, 18).send()
    visit.cancel(booking, person=1)
    late = visit.at(TUESDAY, 22).book("Hồ Văn Lình", by=builders.PROXY)
    assert visit.at(WEDNESDAY, 5, 59).send() == 0
    assert visit.at(WEDNESDAY, 6).send() == 1
    assert visit.messages()[1:] == [
        "Sua DS v2 luc 6h 2/12 (1/1) ban Ca Roong 1, thu tu 2/12: nay 2 nguoi.\n"
        f"Them {late.code} 0912345602: 3.Ho Van Linh 1980\n"
        f"Bo {booking.code} 0912345601: 2.Ho Van Doan 1980"
    ]
    with visit.engine.begin() as db:
        due = db.execute(
            sa.select(outbound_messages.c.due_at).order_by(outbound_messages.c.id.desc())
        ).first()
    assert due == (at_local(WEDNESDAY, time(6)),)
    assert visit.at(WEDNESDAY, 6, 1).send() == 0


def test_what_did_not_change_is_not_told_again(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai")
    visit.at(TUESDAY, 18).send()
    with visit.engine.begin() as db:
        changes.confirm(db, booking.id, now=visit.clock.now())
    assert visit.at(WEDNESDAY, 6).send() == 0


def test_who_cancels_on_the_morning_is_told_until_the_opening_begins(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai")
    visit.at(TUESDAY, 18).send()
    visit.at(WEDNESDAY, 7)
    visit.cancel(booking)
    assert visit.at(WEDNESDAY, 7, 10).send() == 1
    assert visit.messages()[-1].startswith("Sua DS v2 luc 7h10 2/12 (1/1) ")
    assert "nay 0 nguoi.\nBo " in visit.messages()[-1]


def test_a_scheduler_that_was_down_all_evening_sends_the_whole_list_as_it_is_now(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    assert visit.at(WEDNESDAY, 6, 30).send() == 1
    assert visit.messages()[0].startswith("DS v1 luc 6h30 2/12 (1/1) ")


def test_each_leader_of_the_team_gets_every_part(visit: Visit) -> None:
    with visit.engine.begin() as db:
        officials.add(
            db,
            phone=builders.STRANGER.phone,
            name=builders.STRANGER.name,
            role=Role.LEADER,
            commune_id=visit.opening.commune_id,
            team_id=visit.leader.team_id,
            now=visit.clock.now(),
        )
    visit.book(*(f"Nguyễn Thị Phương Thảo {n}" for n in range(12)))
    assert visit.at(TUESDAY, 18).send() == 4
    with visit.engine.begin() as db:
        sent = db.execute(sa.select(outbound_messages.c.recipient, outbound_messages.c.text)).all()
    parts = {
        who: [row.text for row in sent if row.recipient == who] for who in {row.recipient for row in sent}
    }
    assert set(parts) == {builders.LEADER.phone, builders.STRANGER.phone}
    first, second = parts.values()
    assert first == second
    assert [text[:24] for text in first] == ["DS v1 luc 18h 1/12 (1/2)", "DS v1 luc 18h 1/12 (2/2)"]


def test_a_leader_who_comes_late_to_a_team_is_not_forgotten(visit: Visit) -> None:
    with visit.engine.begin() as db:
        db.execute(officials_table.update().values(active=False))
    assert visit.at(TUESDAY, 18).send() == 0
    with visit.engine.begin() as db:
        db.execute(officials_table.update().values(active=True))
    assert visit.at(TUESDAY, 20).send() == 1


def test_without_a_gateway_nothing_is_written_down_as_sent(visit: Visit) -> None:
    ways, visit.gateways = visit.gateways, []
    assert visit.at(TUESDAY, 18).send() == 0
    visit.gateways = ways
    assert visit.at(TUESDAY, 19).send() == 1


def test_a_leader_s_texts_never_go_by_the_e_mail_gateway(visit: Visit) -> None:
    with visit.engine.begin() as db:
        phones, mailbox = visit.gateways, builders.gateway(db, "email", address="xa@example.vn")
    visit.gateways = [mailbox]
    assert visit.at(TUESDAY, 18).send() == 0
    visit.gateways = [mailbox, *phones]
    assert visit.at(TUESDAY, 18, 5).send() == 1
    with visit.engine.begin() as db:
        assert db.execute(sa.select(outbound_messages.c.gateway_id)).scalar_one() == phones[0].id


def test_a_sample_leader_s_number_is_never_reached_over_a_real_network(visit: Visit) -> None:
    with visit.engine.begin() as db:
        db.execute(officials_table.update().values(sample=True))
        db.execute(gateways_table.update().values(channel="twilio"))
        visit.gateways = gateways.active(db)
    assert visit.at(TUESDAY, 18).send() == 0
    with visit.engine.begin() as db:
        db.execute(officials_table.update().values(sample=False))
    assert visit.at(TUESDAY, 18, 5).send() == 1


def test_somebody_may_ask_for_the_lists_of_a_day_before_they_are_due(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    visit.at(TUESDAY, 9)
    assert write_officer_lists_of(visit.engine, WEDNESDAY, clock=visit.clock, outgoing=visit.outgoing) == 1
    assert send_leader_lists_of(visit.engine, WEDNESDAY, clock=visit.clock, gateways=visit.gateways) == 1
    assert visit.at(TUESDAY, 18).write() == visit.at(TUESDAY, 18).send() == 0
    visit.at(WEDNESDAY, 8)
    assert write_officer_lists_of(visit.engine, WEDNESDAY, clock=visit.clock, outgoing=visit.outgoing) == 0
    assert send_leader_lists_of(visit.engine, WEDNESDAY, clock=visit.clock, gateways=visit.gateways) == 0


def _all_at_once(*work: Callable[[], int]) -> list[int]:
    start = threading.Barrier(len(work))
    counts: list[int] = []

    def run(sweep: Callable[[], int]) -> None:
        start.wait(20)
        counts.append(sweep())

    threads = [threading.Thread(target=run, args=(sweep,)) for sweep in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(counts) == len(work)
    return counts


def test_workers_that_sweep_at_once_write_one_version_and_send_one_message(visit: Visit) -> None:
    visit.book("Hồ Thị Mai")
    visit.at(TUESDAY, 18)
    counts = _all_at_once(*[visit.send] * 4, *[visit.write] * 4)
    assert 2 <= sum(counts) <= 3  # one message, and two files of which two workers may each have written one
    assert visit.versions() == [("leader", 1), ("officer", 1)]
    assert len(visit.messages()) == 1
    assert visit.files() == _names(1)


def test_a_sweep_with_nothing_new_costs_the_same_however_many_are_booked(visit: Visit) -> None:
    counts = []
    visit.at(WEDNESDAY, 6)
    for people in (1, 15):
        for n in range(people):
            visit.book(f"Hồ Văn {n}", by=builders.Someone("", f"+84912{people:02}57{n:02}"))
        visit.write()
        visit.send()
        with statements_of(visit.engine) as statements:
            visit.write()
            visit.send()
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 20


def test_the_list_holds_who_is_booked_when_it_is_made(visit: Visit) -> None:
    booking = visit.book("Hồ Thị Mai", "Hồ Văn Đoàn", "Hồ Văn Lình")
    visit.cancel(booking, person=0)
    visit.at(TUESDAY, 18).send()
    with visit.engine.begin() as db:
        left = [person.name for held in bookings_in(db, visit.opening.id) for person in held.people]
        stored = db.execute(sa.select(lists.c.rows)).scalar_one()
    assert [row["name"] for row in stored] == left == ["Hồ Văn Đoàn", "Hồ Văn Lình"]


def test_times_are_those_of_the_commune_whatever_the_machine_says(visit: Visit) -> None:
    visit.clock.set(datetime(2026, 12, 1, 18, 0))  # noqa: DTZ001 - commune time
    assert visit.send() == 1
    assert "luc 18h 1/12" in visit.messages()[0]
