"""All that is said, to be read and signed on the desk, as the page showed it."""

import re

from helpdesk.conversation.signing import signatures
from tests.support.sample_officials import LEADER, OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

PAGE = "/desk/texts"


def count(service: Service) -> int:
    with service.engine.begin() as db:
        return len(signatures(db))


def test_a_flow_is_signed_as_it_was_read_by_who_is_logged_in(service: Service) -> None:
    log_in(service.client, OFFICER)
    page = service.client.get(f"{PAGE}/accents")
    assert "Bà con muốn nhận tin có dấu hay không dấu?" in words(page)
    assert "Gửi đi: Ba con muon nhan tin co dau hay khong dau?" in words(page)
    mark = re.search(r'name="mark" value="(\w+)"', page.text)
    assert mark is not None
    answer = submit(service.client, f"{PAGE}/accents", f"{PAGE}/accents/sign", {"mark": mark[1]})
    after = words(service.client.get(answer.location))
    assert "Cán bộ mẫu Thượng Trạch đã ký 2 lời nhắn." in after
    assert "Đã ký: Cán bộ mẫu Thượng Trạch, 9:00 1/12/2026" in after
    assert "Tôi đã đọc" not in after
    assert count(service) == 2
    assert re.search(r"Tin có dấu hoặc không dấu 2/2", words(service.client.get(PAGE)))


def test_what_was_not_shown_is_not_signed(service: Service) -> None:
    log_in(service.client, OFFICER)
    answer = submit(service.client, f"{PAGE}/accents", f"{PAGE}/accents/sign", {"mark": "00000000"})
    assert "Chưa ký: lời nhắn đã đổi" in words(service.client.get(answer.location))
    assert count(service) == 0


def test_each_language_has_its_own_texts(service: Service) -> None:
    log_in(service.client, OFFICER)
    own, english = (words(service.client.get(f"{PAGE}/accents{rest}")) for rest in ("", "?language=en"))
    assert ("Ba con muon" in own, "Ba con muon" in english) == (True, False)
    assert [service.client.get(f"{PAGE}{rest}").status_code for rest in ("?language=xx", "/whence")] == [
        404,
        404,
    ]


def test_a_leader_signs_nothing(service: Service) -> None:
    log_in(service.client, LEADER)
    assert service.client.get(PAGE).status_code == 403
