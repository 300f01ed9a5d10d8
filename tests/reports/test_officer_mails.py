"""helpdesk/reports/officer_mails.py and its sweep, down to a real SMTP server."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock, at_local
from helpdesk.messaging.tables import attachments
from helpdesk.people import officials
from helpdesk.people.tables import Role
from helpdesk.people.tables import officials as officials_table
from helpdesk.reports.sweeps import mail_officer_lists, mail_officer_lists_of
from tests.reports.office import FROM, TIMETABLE, Office
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.mail_server import HANG_UP, MailServer, mail_server
from tests.support.statements import statements_of

TUESDAY, WEDNESDAY = date(2026, 12, 1), date(2026, 12, 2)
HER = "hanh@example.vn"
STEM = "2026-12-02_village-ca-roong-1_0730"


@pytest.fixture
def office(database: sa.Engine, clock: FixedClock, tmp_path: Path) -> Office:
    with database.begin() as db:
        mailbox = builders.gateway(db, "email", address=FROM)
        village = builders.place(db, builders.commune(db))
        opening = builders.opening(db, village, day=WEDNESDAY)
        officer = builders.officer(db, village.commune_id, now=clock.now())
        db.execute(officials_table.update().where(officials_table.c.id == officer).values(email=HER))
    return Office(database, clock, tmp_path / "outgoing", opening, mailbox, officer)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def _body(mail: EmailMessage) -> list[str]:
    text: str = list(mail.walk())[1].get_content()
    return text.splitlines()


def _attached(mail: EmailMessage) -> dict[str | None, str]:
    return {
        part.get_filename(): part.get_payload(decode=True).decode()  # type: ignore[union-attr]
        for part in mail.iter_attachments()
    }


def test_an_officer_gets_the_list_by_e_mail_when_the_file_is_due_and_once(office: Office) -> None:
    office.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    assert office.at(TUESDAY, 15, 29).mail() == 0
    assert office.at(TUESDAY, 15, 30).mail() == 1
    assert office.at(TUESDAY, 15, 31).mail() == 0
    (message,) = office.messages()
    assert message.intent_key == f"mail:{office.opening.id}:1:{office.officer}"
    assert (message.kind, message.recipient, message.gateway_id) == ("list", HER, office.mailbox.id)
    assert (message.commune_id, message.contact_id) == (office.opening.commune_id, None)
    assert (message.due_at, message.useful_until) == (
        at_local(TUESDAY, time(15, 30)),
        office.opening.starts_at,
    )
    assert (message.encoding, message.segments) == ("UTF-8", 0)


def test_vietnamese_reaches_the_mailbox_with_the_page_and_the_table(
    office: Office, server: MailServer
) -> None:
    booking = office.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    office.at(TUESDAY, 15, 30).mail()
    assert office.send(server) == {"accepted": 1}
    (mail,) = server.mails
    assert (mail["From"], mail["To"]) == (FROM, HER)
    assert mail["Subject"] == "Danh sách bản Cà Roòng 1, thứ tư 2/12/2026, 7h30-11h (phiên bản 1)"
    assert _body(mail) == [
        "Danh sách bản Cà Roòng 1, xã Thượng Trạch",
        "thứ tư 2/12/2026, 7h30-11h, làm được mức 2",
        "phiên bản 1, lập lúc 15h30 ngày 1/12/2026: 2 người, 1 lượt đặt, 0 người báo sẽ đến",
        "",
        f"  {booking.code}  0912345601  (chưa báo, đến 7h30-8h30)",
        "      1. Hồ Thị Mai 1980  (số 1)",
        "      2. Hồ Văn Đoàn 1980  (số 2)",
        "",
        "Kèm theo: trang để in (.html) và bảng tính (.csv).",
        "Thư có thông tin cá nhân: không chuyển tiếp, dùng xong thì xóa. Thư tự động, không cần trả lời.",
    ]
    (message,) = office.messages()
    assert (message.state, message.provider_id) == ("sent", mail["Message-ID"])
    office.write()
    with_files = {path.name: path.read_bytes().decode() for path in office.outgoing.iterdir()}
    assert set(with_files) == {f"{STEM}_v1.html", f"{STEM}_v1.csv"}
    assert _attached(mail) == with_files


@pytest.mark.parametrize("file_first", [True, False])
def test_file_and_mail_are_one_version(office: Office, file_first: bool) -> None:
    office.book("Hồ Thị Mai")
    office.at(TUESDAY, 15, 30)
    done = [office.write(), office.mail()] if file_first else [office.mail(), office.write()]
    assert done == [1, 1]
    assert office.versions() == [("officer", 1)]
    assert [office.write(), office.mail()] == [0, 0]


def test_workers_that_sweep_at_once_mail_a_version_once(office: Office, server: MailServer) -> None:
    booking = office.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    for number, hour in [(1, 16), (2, 17)]:
        office.at(TUESDAY, hour)
        counts = at_once(4, lambda n: office.mail() if n else office.write())
        assert sum(counts[1:]) + office.mail() == 1
        at_once(2, lambda _n: office.send(server))
        assert office.versions() == [("officer", n + 1) for n in range(number)]
        assert len(server.taken) == number
        office.cancel(booking, person=number - 1)
    assert len({mail["Message-ID"] for mail in server.mails}) == 2


def test_what_changed_since_the_last_mail_is_marked(office: Office, server: MailServer) -> None:
    booking = office.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    coming = office.book("Y Cúc", by=builders.STRANGER)
    office.at(TUESDAY, 15, 30).mail()
    office.send(server)
    office.at(TUESDAY, 16)
    office.cancel(booking, person=1)
    office.confirm(coming)
    late = office.book("Hồ Văn Lình", by=builders.PROXY)
    assert office.mail() == 1
    office.send(server)
    mail = server.mails[1]
    assert mail["Subject"] == "Sửa danh sách bản Cà Roòng 1, thứ tư 2/12/2026, 7h30-11h (phiên bản 2)"
    told = [
        f"Thêm: {late.code} Hồ Văn Lình 1980, 0912345602, chưa báo",
        f"Bỏ: {booking.code} Hồ Văn Đoàn 1980, 0912345601, chưa báo",
        f"Đổi: {coming.code} Y Cúc 1980, 0912345605, sẽ đến;"
        f" trước là {coming.code} Y Cúc 1980, 0912345605, chưa báo",
    ]
    assert _body(mail)[:5] == ["Thay đổi so với phiên bản 1:", *(f"  {line}" for line in told), ""]
    attached = _attached(mail)
    rows = list(csv.DictReader(io.StringIO(attached[f"{STEM}_v2.csv"].removeprefix("\ufeff"))))
    assert [(row["STT"], row["Họ và tên"], row["Thay đổi"]) for row in rows] == [
        ("1", "Hồ Thị Mai", ""),
        ("2", "Y Cúc", "Đổi"),
        ("3", "Hồ Văn Lình", "Thêm"),
        ("", "Hồ Văn Đoàn", "Bỏ"),
    ]
    page = attached[f"{STEM}_v2.html"]
    assert re.findall(r'<td class="name">(.*?)</td>', page) == [
        "Hồ Thị Mai",
        "Y Cúc <strong>(Đổi)</strong>",
        "Hồ Văn Lình <strong>(Thêm)</strong>",
    ]
    assert f'<p class="facts">Thay đổi so với phiên bản 1:<br>\n{told[0]}<br>\n{told[1]}<br>\n' in page


def test_a_mail_that_still_waits_gives_way_to_the_newer_version(office: Office, server: MailServer) -> None:
    """The mail server was down for hours: each officer gets what still matters, once."""
    booking = office.book("Hồ Thị Mai", "Hồ Văn Đoàn", "Hồ Văn Lình")
    office.at(TUESDAY, 15, 30).mail()
    office.send(server)
    server.to_recipient = "451 later"
    office.at(TUESDAY, 16).cancel(booking, person=0)
    office.mail()
    assert office.send(server) == {"retry": 1}
    office.at(TUESDAY, 17).cancel(booking, person=1)
    assert office.mail() == 1
    assert office.states() == [("sent", None), ("dropped", "superseded"), ("queued", None)]
    server.to_recipient = None
    assert office.send(server) == {"accepted": 1}
    assert _body(server.mails[1])[:3] == [
        "Thay đổi so với phiên bản 1:",
        f"  Bỏ: {booking.code} Hồ Thị Mai 1980, 0912345601, chưa báo",
        f"  Bỏ: {booking.code} Hồ Văn Đoàn 1980, 0912345601, chưa báo",
    ]


def test_the_whole_list_is_told_to_whom_no_mail_reached(office: Office, server: MailServer) -> None:
    booking = office.book("Hồ Thị Mai", "Hồ Văn Đoàn")
    server.to_recipient = "550 no such user"
    office.at(TUESDAY, 15, 30).mail()
    assert office.send(server) == {"refused": 1}
    server.to_recipient = None
    office.at(TUESDAY, 16).cancel(booking, person=0)
    office.mail()
    office.send(server)
    assert office.states() == [("failed", "550"), ("sent", None)]
    assert server.mails[0]["Subject"].startswith("Danh sách ")
    assert _body(server.mails[0])[0] == "Danh sách bản Cà Roòng 1, xã Thượng Trạch"


def test_a_refusal_for_now_is_tried_again_until_the_opening_begins(
    office: Office, server: MailServer
) -> None:
    office.book("Hồ Thị Mai")
    server.to_mail = "451 later"
    office.at(TUESDAY, 15, 30).mail()
    assert office.send(server) == {"retry": 1}
    assert office.send(server) == {}
    server.to_mail = None
    office.clock.advance(timedelta(minutes=2))
    assert office.send(server) == {"accepted": 1}
    assert len(server.taken) == 1


def test_nothing_is_mailed_after_the_opening_began(office: Office, server: MailServer) -> None:
    office.at(TUESDAY, 15, 30).mail()
    office.at(WEDNESDAY, 7, 30)
    assert office.send(server) == {}
    assert office.states() == [("dropped", "too_late")]
    assert office.mail() == 0


def test_a_mail_of_which_we_never_learned_is_uncertain_and_not_sent_again(
    office: Office, server: MailServer
) -> None:
    office.book("Hồ Thị Mai")
    server.to_mail = HANG_UP
    office.at(TUESDAY, 15, 30).mail()
    assert office.send(server) == {"unknown": 1}
    assert office.states() == [("uncertain", "no_answer")]
    server.to_mail = None
    office.at(TUESDAY, 20)
    assert (office.mail(), office.send(server)) == (0, {})
    assert len(server.taken) == 1


def test_only_officers_of_the_commune_who_have_an_address_are_mailed(office: Office) -> None:
    with office.engine.begin() as db:
        here, elsewhere = office.opening.commune_id, builders.commune(db, "Dân Hóa")
        for n, (role, commune_id, email) in enumerate(
            [
                (Role.OFFICER, here, None),
                (Role.OFFICER, elsewhere, "other@example.vn"),
                (Role.ADMIN, here, "admin@example.vn"),
            ]
        ):
            officials.add(
                db,
                phone=f"+8491234570{n}",
                name="Hồ Văn Cán",
                role=role,
                commune_id=commune_id,
                team_id=None,
                email=email,
                now=office.clock.now(),
            )
    office.at(TUESDAY, 15, 30).mail()
    assert [message.recipient for message in office.messages()] == [HER]


@pytest.mark.parametrize("change", [{"active": False}, {"sample": True}, {"email": None}])
def test_who_left_who_is_invented_and_who_has_no_address_gets_none(
    office: Office, change: dict[str, Any]
) -> None:
    with office.engine.begin() as db:
        db.execute(officials_table.update().values(change))
    assert office.at(TUESDAY, 15, 30).mail() == 0
    assert office.versions() == []


def test_an_officer_who_comes_late_gets_the_newest_version(office: Office) -> None:
    office.book("Hồ Thị Mai")
    office.at(TUESDAY, 15, 30).mail()
    with office.engine.begin() as db:
        second = builders.officer(db, office.opening.commune_id, builders.STRANGER, now=office.clock.now())
        db.execute(
            officials_table.update().where(officials_table.c.id == second).values(email="luc@example.vn")
        )
    assert office.mail() == 1
    assert [message.recipient for message in office.messages()] == [HER, "luc@example.vn"]
    assert office.versions() == [("officer", 1)]


def test_somebody_may_ask_for_the_mails_of_a_day_before_they_are_due(office: Office) -> None:
    office.at(TUESDAY, 9)
    for mails in (1, 0):
        clock, mailbox = office.clock, office.mailbox
        assert mail_officer_lists_of(office.engine, WEDNESDAY, clock=clock, mailbox=mailbox) == mails
    assert office.at(TUESDAY, 15, 30).mail() == 0


def test_without_a_mail_server_nothing_is_written(office: Office) -> None:
    office.at(TUESDAY, 15, 30)
    assert mail_officer_lists(office.engine, clock=office.clock, timetable=TIMETABLE, mailbox=None) == 0
    assert office.versions() == []


def test_the_files_are_kept_with_the_message(office: Office) -> None:
    office.at(TUESDAY, 15, 30).mail()
    (message,) = office.messages()
    a = attachments.c
    with office.engine.begin() as db:
        kept = db.execute(sa.select(a.message_id, a.name, a.media_type).order_by(a.id)).all()
    assert [tuple(row) for row in kept] == [
        (message.id, f"{STEM}_v1.html", "text/html"),
        (message.id, f"{STEM}_v1.csv", "text/csv"),
    ]


def test_a_sweep_with_nothing_new_costs_the_same_however_many_are_booked(office: Office) -> None:
    counts = []
    office.at(TUESDAY, 16)
    for people in (1, 9):
        for n in range(people):
            office.book(f"Hồ Văn {n}", by=builders.Someone("", f"+84912{people:02}57{n:02}"))
        office.mail()
        with statements_of(office.engine) as statements:
            office.mail()
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 16
