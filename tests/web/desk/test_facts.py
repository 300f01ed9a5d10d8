"""What the commune says of itself: written, signed by whoever is logged in, and seen by nobody of another commune."""

import sqlalchemy as sa

from helpdesk.people.tables import audit_entries, officials
from helpdesk.places.facts import facts_of
from helpdesk.places.tables import communes
from helpdesk.settings import Settings
from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import Start

PAGE = "/desk/facts"
TEXT, SOURCE = "0232 111 222", "UBND xã, công văn 12"


def commune_id(service: Service, code: str = "thuong-trach") -> int:
    with service.engine.begin() as db:
        return int(db.execute(sa.select(communes.c.id).where(communes.c.code == code)).scalar_one())


def write(
    service: Service, text: str, *, before: str = "", source: str = SOURCE, key: str = "hotline"
) -> str:
    """Fill in the form of a fact; what the answer says, the page after it where there is one."""
    page = f"{PAGE}/{commune_id(service)}/{key}"
    answer = submit(service.client, page, page, {"text": text, "source": source, "before": before})
    if answer.status_code == 303:
        return words(service.client.get(answer.location))
    return f"{answer.status_code} {words(answer)}"


def sign(service: Service, text: str) -> str:
    action = f"{PAGE}/{commune_id(service)}/hotline/sign"
    answer = submit(service.client, PAGE, action, {"text": text})
    return words(service.client.get(answer.location))


def told(service: Service, *, signed_only: bool = True) -> dict[str, str]:
    commune = commune_id(service)
    with service.engine.begin() as db:
        return dict(facts_of(db, commune, signed_only=signed_only))


def test_a_fact_is_written_and_then_signed_by_who_is_logged_in(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert "đã ký 0/" in words(service.client.get(PAGE))
    after = write(service, f"  {TEXT} ")
    assert "Đã lưu. Chưa có người ký xác nhận." in after
    assert f"{TEXT} Gửi đi: {TEXT} Nguồn: {SOURCE} Chưa ký" in after
    assert (told(service), told(service, signed_only=False)) == ({}, {"hotline": TEXT})
    after = sign(service, TEXT)
    assert "Cán bộ mẫu Thượng Trạch đã ký xác nhận." in after
    assert "Đã ký: Cán bộ mẫu Thượng Trạch, 9:00 1/12/2026" in after
    assert told(service) == {"hotline": TEXT}


def test_a_changed_text_loses_its_signature_and_its_history_stays(service: Service) -> None:
    log_in(service.client, OFFICER)
    write(service, TEXT)
    sign(service, TEXT)
    assert "Đã lưu. Chưa có người ký" in write(service, "0232 111 333", before=TEXT)
    assert told(service) == {}
    page = words(service.client.get(f"{PAGE}/{commune_id(service)}/hotline"))
    who = "9:00 1/12/2026, Cán bộ mẫu Thượng Trạch"
    assert f"{who}: sửa thành “0232 111 333” {who}: ký xác nhận “{TEXT}” {who}: sửa thành “{TEXT}”" in page
    with service.engine.begin() as db:
        a = audit_entries.c
        query = sa.select(officials.c.phone, a.action, a.subject).join_from(audit_entries, officials)
        noted = db.execute(query.where(a.subject == "fact:hotline").order_by(a.id)).all()
    assert [tuple(row) for row in noted] == [
        (OFFICER, "fact.changed", "fact:hotline"),
        (OFFICER, "fact.signed", "fact:hotline"),
        (OFFICER, "fact.changed", "fact:hotline"),
    ]


def test_nothing_is_signed_that_was_not_read(service: Service) -> None:
    log_in(service.client, OFFICER)
    write(service, TEXT)
    assert "Chưa ký: nội dung đã đổi" in sign(service, "0232 999 999")
    assert told(service) == {}
    sign(service, TEXT)
    assert "Chưa ký: nội dung đã đổi hoặc đã có người ký" in sign(service, TEXT)


def test_what_somebody_else_changed_meanwhile_is_not_written_over(service: Service) -> None:
    log_in(service.client, OFFICER)
    write(service, TEXT)
    assert write(service, "0232 111 333", before="").startswith("409 ")
    assert told(service, signed_only=False) == {"hotline": TEXT}


def test_what_cannot_be_sent_is_refused_with_what_was_typed(service: Service) -> None:
    log_in(service.client, OFFICER)
    long = "gọi số 0232 111 222 & miễn phí"
    answer = write(service, long, source="")
    assert answer.startswith("422 ")
    for problem in (
        "Không gửi được bằng tin nhắn: &",
        "ký tự, chỉ được 13.",
        "Không được nói “miễn phí”.",
        "Ghi rõ nguồn",
        "gọi số 0232 111 222 & miễn phí",
    ):
        assert problem in answer
    assert told(service, signed_only=False) == {}


def test_a_source_is_a_line_and_no_document(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert "Nguồn dài 201 ký tự, chỉ được 200." in write(service, TEXT, source="s" * 201)
    assert told(service, signed_only=False) == {}
    assert "Đã lưu." in write(service, TEXT, source="s" * 200)


def test_an_empty_text_takes_the_fact_back(service: Service) -> None:
    log_in(service.client, OFFICER)
    write(service, TEXT)
    assert "Đã bỏ nội dung này." in write(service, "", before=TEXT, source="")
    assert told(service, signed_only=False) == {}


def test_an_officer_sees_nothing_of_another_commune(service: Service) -> None:
    log_in(service.client, OFFICER)
    write(service, TEXT)
    page = f"{PAGE}/{commune_id(service)}/hotline"
    other = service.app.test_client()
    log_in(other, STRANGER)
    assert TEXT not in other.get(PAGE).text
    assert "Thượng Trạch" not in words(other.get(PAGE))
    assert other.get(page).status_code == 404
    assert submit(other, PAGE, page, {"text": "0", "source": "x", "before": TEXT}).status_code == 404
    assert submit(other, PAGE, f"{page}/sign", {"text": TEXT}).status_code == 404
    assert told(service) == {}


def test_an_admin_sees_every_commune_and_a_leader_none(service: Service) -> None:
    add_admin(service, password=PASSWORD)
    log_in(service.client, "+84900000009")
    page = words(service.client.get(PAGE))
    assert ("Xã Thượng Trạch" in page, "Xã Dân Hóa" in page) == (True, True)
    leader = service.app.test_client()
    log_in(leader, LEADER)
    assert leader.get(PAGE).status_code == 403
    assert "Thông tin của xã" not in words(leader.get("/desk"))


def test_a_fact_that_no_text_names_is_not_there(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert service.client.get(f"{PAGE}/{commune_id(service)}/colour").status_code == 404


def test_in_production_the_page_says_that_what_is_unsigned_is_held_back(
    start: Start, in_production: Settings
) -> None:
    service = start(settings=in_production)
    log_in(service.client, OFFICER)
    assert "Nội dung chưa ký thì không gửi cho bà con." in words(service.client.get(PAGE))
