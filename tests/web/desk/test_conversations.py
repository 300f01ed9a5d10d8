"""What people do, on the desk: figures of a period, texts without names, and marks of what was understood wrongly."""

import json
import re

import pytest
import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages, understanding_marks
from helpdesk.people.tables import audit_entries, contacts
from helpdesk.web.language import COOKIE
from tests.support.builders import PROXY, RESIDENT
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

PAGE = "/desk/conversations"
TEXTS = f"{PAGE}/texts"


def talk(service: Service) -> None:
    for text in ("dat lich", "1", "1", "Ho Thi Mai 1954", "1", "mang theo gi"):
        service.text(RESIDENT.phone, text)
    service.text(PROXY.phone, "qwrt zxpl Ho Van Xon 0912345678 hjkl vbnm")


def last_id(service: Service) -> int:
    with service.engine.connect() as db:
        return int(db.execute(sa.select(sa.func.max(inbound_messages.c.id))).scalar_one())


def test_the_figures_of_the_last_days_are_shown(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    page = words(service.client.get(PAGE))
    assert "Tất cả 7" in page
    assert "Lượt đặt xong 1" in page
    assert "Tin bà con nhắn, mỗi lượt 5,0" in page
    assert "Đặt chỗ consent Đặt cho …, tại … Xã lưu tên, năm sinh, số … 1 1" in page


def test_in_english_each_step_is_known_by_its_english_words(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    service.client.set_cookie(COOKIE, "en")
    page = words(service.client.get(PAGE))
    assert "Finished bookings 1" in page
    assert "consent Book for …" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("first=2026-11-01&last=2026-11-30", 200),
        ("first=2026-12-09&last=2026-12-01", 200),
        ("first=&last=", 200),
        ("first=1900-01-01", 200),
        ("last=0001-01-01", 404),
        ("first=hom-qua", 404),
        ("last=9999-12-31", 200),
    ],
)
def test_any_period_can_be_asked_for(service: Service, query: str, status: int) -> None:
    log_in(service.client, OFFICER)
    assert service.client.get(f"{PAGE}?{query}").status_code == status


def test_another_period_has_nothing_of_today(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    assert "Tất cả 0" in words(service.client.get(f"{PAGE}?first=2026-11-01&last=2026-11-30"))


def test_the_figures_go_to_a_spreadsheet(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    answer = service.client.get(f"{PAGE}/report.csv?first=2026-12-01&last=2026-12-01")
    assert answer.mimetype == "text/csv"
    assert answer.text.startswith("\ufeffTừ ngày,Đến ngày,Mục,Bước,Ngôn ngữ,Chỉ số,Giá trị")
    assert "2026-12-01,2026-12-01,,,,lượt đặt chỗ xong,1\r\n" in answer.text
    assert RESIDENT.phone[3:] not in answer.text


def test_texts_show_no_name_and_no_number_but_places(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    page = words(service.client.get(TEXTS))
    assert "qwrt zxpl *** ********** hjkl vbnm" in page
    assert "Xon" not in words(service.client.get(TEXTS))
    assert service.client.get(f"{TEXTS}?only=silent").status_code == 404


def test_one_click_marks_a_text_and_the_mark_is_counted_and_exported(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    action = f"{TEXTS}/{last_id(service)}/wrong"
    answer = submit(service.client, TEXTS, action, {"meant": "human", "only": ""})
    assert "Đã đánh dấu là hiểu sai." in words(service.client.get(answer.location))
    for meant in ("human", "visit_when"):
        submit(service.client, TEXTS, action, {"meant": meant})
    assert "Cán bộ đánh dấu hiểu sai 1" in words(service.client.get(PAGE))
    exported = service.client.get(f"{PAGE}/marked.jsonl")
    assert [json.loads(line) for line in exported.text.splitlines()] == [
        {"text": "qwrt zxpl *** ********** hjkl vbnm", "style": "unaccented", "intent": "visit_when"}
    ]
    with service.engine.connect() as db:
        actions = db.execute(sa.select(audit_entries.c.action)).scalars().all()
    assert [action for action in actions if action.startswith("text.")] == ["text.marked"] * 3 + [
        "text.download"
    ]


def test_what_was_understood_just_so_is_not_marked(service: Service) -> None:
    service.text(RESIDENT.phone, "mang theo gi")
    log_in(service.client, OFFICER)
    answer = submit(service.client, TEXTS, f"{TEXTS}/{last_id(service)}/wrong", {"meant": "bring"})
    assert "Không đánh dấu" in words(service.client.get(answer.location))
    assert service.client.get(f"{PAGE}/marked.jsonl").text == ""


def test_a_topic_that_is_none_is_refused(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    assert (
        submit(service.client, TEXTS, f"{TEXTS}/{last_id(service)}/wrong", {"meant": "x"}).status_code == 400
    )


def test_another_commune_s_texts_are_nobody_else_s_business(service: Service) -> None:
    talk(service)
    with service.engine.begin() as db:
        commune = db.execute(
            sa.select(contacts.c.commune_id).where(contacts.c.commune_id.is_not(None))
        ).scalar()
        db.execute(inbound_messages.update().values(commune_id=commune))
    log_in(service.client, STRANGER)
    assert "Tất cả 0" in words(service.client.get(PAGE))
    assert "Không có tin nào." in words(service.client.get(TEXTS))


def test_a_leader_does_not_read_them(service: Service) -> None:
    log_in(service.client, LEADER)
    assert {service.client.get(page).status_code for page in (PAGE, TEXTS, f"{PAGE}/marked.jsonl")} == {403}


def test_what_she_asked_to_be_erased_leaves_the_marks_too(service: Service) -> None:
    talk(service)
    log_in(service.client, OFFICER)
    submit(service.client, TEXTS, f"{TEXTS}/{last_id(service)}/wrong", {"meant": "human"})
    for text in ("XOA", "1"):
        service.text(PROXY.phone, text)
    page = "/desk/tickets"
    opened = service.client.get(page).text
    action = re.search(r'action="([^"]+/erase)"', opened)
    assert action is not None
    submit(service.client, page, action[1])
    with service.engine.connect() as db:
        assert db.execute(sa.select(understanding_marks.c.text)).scalars().all() == [""]
