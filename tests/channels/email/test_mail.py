"""helpdesk/channels/email/mail.py: the bytes of a mail, read back as a mail program reads them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.channels.contract import Attachment, Outgoing
from helpdesk.channels.email.mail import compose, message_id, one_line
from tests.support.mail_server import parsed

WRITTEN_AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
CSV = "\ufeffSTT,Họ và tên\r\n1,Hồ Thị Mai\r\n"
PAGE = "<!doctype html>\n<p>Bản Cà Roòng 1, mười ngày mồng bảy: ẵ ệ ữ đ Đ\n"
MAIL = Outgoing(
    12,
    "xa@example.vn",
    "hanh@example.vn",
    "Danh sách bản Cà Roòng 1\n.một dòng bắt đầu bằng dấu chấm\n",
    intent="mail:3:1:5",
    subject="Danh sách bản Cà Roòng 1, thứ tư 2/12/2026, 7h30-11h (phiên bản 1)",
    attachments=(
        Attachment("2026-12-02_ca-roong-1_0730_v1.html", "text/html", PAGE.encode()),
        Attachment("danh sách.csv", "text/csv", CSV.encode()),
    ),
)


def test_vietnamese_comes_through_in_subject_text_and_attachments() -> None:
    mail = parsed(compose(MAIL, written_at=WRITTEN_AT))
    assert mail["Subject"] == MAIL.subject
    body, html, table = list(mail.walk())[1:]
    assert body.get_content().splitlines() == MAIL.text.splitlines()
    assert (html.get_filename(), table.get_filename()) == (MAIL.attachments[0].name, "danh sách.csv")
    assert (html.get_content_type(), table.get_content_type()) == ("text/html", "text/csv")
    assert [part.get_content_charset() for part in (body, html, table)] == ["utf-8"] * 3
    assert (html.get_payload(decode=True), table.get_payload(decode=True)) == (PAGE.encode(), CSV.encode())


def test_every_server_on_the_way_can_carry_it() -> None:
    """RFC 5322, 2.1.1 and 2.3: ASCII, CRLF, lines of at most 998 characters."""
    raw = compose(replace(MAIL, text="đ" * 3000, subject="ữ" * 300), written_at=WRITTEN_AT)
    assert raw.isascii()
    assert raw.replace(b"\r\n", b"").count(b"\n") == raw.replace(b"\r\n", b"").count(b"\r") == 0
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert parsed(raw)["Subject"] == "ữ" * 300


def test_the_envelope_is_said_in_the_head() -> None:
    mail = parsed(compose(MAIL, written_at=WRITTEN_AT))
    assert (mail["From"], mail["To"]) == ("xa@example.vn", "hanh@example.vn")
    assert mail["Date"].datetime == WRITTEN_AT
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part["Message-ID"] for part in mail.walk()] == [message_id(MAIL), None, None, None]


def test_a_repeat_has_the_same_message_id_and_no_other_message_has() -> None:
    ids = [
        parsed(compose(mail, written_at=at))["Message-ID"]
        for mail, at in [
            (MAIL, WRITTEN_AT),
            (MAIL, WRITTEN_AT.replace(hour=9)),
            (replace(MAIL, message_id=13), WRITTEN_AT),
            (replace(MAIL, intent="mail:3:2:5"), WRITTEN_AT),
        ]
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
    assert ids[0].startswith("<12.")
    assert ids[0].endswith("@example.vn>")


VIETNAMESE = "Sửa danh sách bản Cà Roòng 1, thứ tư 2/12/2026, 7h30-11h (phiên bản 2) SỬA Đ ữ ẵ"

EVIL = [
    pytest.param("Hồ\r\nBcc: all@example.vn", id="CRLF"),
    pytest.param("Hồ\nBcc: all@example.vn", id="LF"),
    pytest.param("Hồ\rBcc: all@example.vn", id="CR"),
    pytest.param("Hồ\u2028Bcc: all@example.vn\u2029", id="line separators"),
    pytest.param("Hồ\x85\x0b\x0cBcc: all@example.vn", id="other line ends"),
    pytest.param("Hồ\x00\x1b[2J\u202eBcc: all@example.vn", id="control characters"),
    pytest.param('Hồ"; filename="x.exe\r\n\r\n<script>', id="quotes"),
    pytest.param("=?utf-8?q?H=0D=0ABcc:_all@example.vn?=", id="an encoded word"),
    pytest.param("\ud83d", id="half a surrogate pair"),
    pytest.param("../../etc/passwd", id="a path"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("evil", EVIL)
def test_no_name_can_begin_a_header_or_another_part(evil: str) -> None:
    bad = replace(MAIL, subject=evil, attachments=(replace(MAIL.attachments[0], name=evil),))
    raw = compose(bad, written_at=WRITTEN_AT)
    mail = parsed(raw)
    assert sorted(mail.keys()) == [
        "Auto-Submitted",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ]
    parts = [part.get_content_type() for part in mail.walk()]
    assert parts == ["multipart/mixed", "text/plain", "text/html"]
    assert [part.get_payload(decode=True) for part in mail.walk()][2] == PAGE.encode()
    attached = list(mail.walk())[2]
    assert sorted(attached.keys()) == [
        "Content-Disposition",
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
    ]
    assert "/" not in (attached.get_filename() or "")
    assert not {"\r", "\n", "\x00", "\u202e"} & set(mail["Subject"] + (attached.get_filename() or ""))


@given(st.lists(st.sampled_from(VIETNAMESE.split()), max_size=60).map(" ".join))
def test_no_word_of_a_subject_is_lost_or_run_into_the_next_however_long(subject: str) -> None:
    raw = compose(replace(MAIL, subject=subject, attachments=()), written_at=WRITTEN_AT)
    assert parsed(raw)["Subject"] == subject


@given(st.text())
def test_any_subject_arrives_as_one_line(subject: str) -> None:
    raw = compose(replace(MAIL, subject=subject, attachments=()), written_at=WRITTEN_AT)
    assert parsed(raw)["Subject"] == one_line(subject)


def test_a_subject_is_one_line() -> None:
    assert one_line(" Hồ\r\n\tThị\u2028Mai\x00 ") == "Hồ Thị Mai"
