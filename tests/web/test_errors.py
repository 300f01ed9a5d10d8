"""What a person is told when something is not possible."""

import logging
from pathlib import Path

import pytest

from tests.support.sample_officials import LEADER, OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, words


def test_a_page_that_is_not_there_says_so_in_both_languages(plain: Service) -> None:
    answer = plain.client.get("/nowhere")
    assert answer.status_code == 404
    assert words(answer) == (
        "404 · Hỗ trợ định danh mức 2 Hỗ trợ định danh mức 2"
        " Không có trang này, hoặc trang này không thuộc xã của anh/chị."
        " There is no such page, or it does not belong to your commune. Về trang đầu · Home Mã 404"
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "said"),
    [
        ("GET", "/desk/tickets", 403, "không được xem trang này. Your account may not open"),
        ("GET", "/desk/openings/x", 404, "Không có trang này"),
        ("DELETE", "/desk", 405, "Không làm được như vậy ở trang này. That cannot be done"),
        ("POST", "/desk/logout", 400, "tải lại trang rồi làm lại. This page was open for too long."),
    ],
)
def test_each_refusal_says_what_to_do(plain: Service, method: str, path: str, status: int, said: str) -> None:
    log_in(plain.client, LEADER)
    answer = plain.client.open(path, method=method)
    assert answer.status_code == status
    assert said in words(answer)


def test_what_is_too_long_is_refused_in_words(plain: Service) -> None:
    answer = plain.client.post("/desk/login", data={"phone": "1" * 300_000})
    assert answer.status_code == 413
    assert "Nội dung gửi lên quá dài." in words(answer)


def test_a_fault_of_ours_is_logged_and_the_official_gets_no_traceback(
    plain: Service, caplog: pytest.LogCaptureFixture
) -> None:
    log_in(plain.client, OFFICER)
    plain.engine.dispose()
    database = Path(str(plain.engine.url.database))
    database.rename(database.with_suffix(".gone"))
    database.mkdir()  # the database cannot be opened any more
    with caplog.at_level(logging.ERROR):
        answer = plain.client.get("/desk")
    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi. Lỗi đã được ghi lại; hãy thử lại sau ít phút." in words(answer)
    assert "Traceback" not in answer.text
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize(
    ("method", "path", "status", "line"),
    [
        ("GET", "/channels/nowhere", 404, "not found\n"),
        ("GET", "/channels/twilio/sms", 405, "method not allowed\n"),
        ("GET", "/health/nowhere", 404, "not found\n"),
    ],
)
def test_machines_get_one_line(plain: Service, method: str, path: str, status: int, line: str) -> None:
    answer = plain.client.open(path, method=method)
    assert (answer.status_code, answer.mimetype, answer.text) == (status, "text/plain", line)
