"""helpdesk/conversation/leading/her_place/at_the_place.py: she stands there and finds nobody. All are invented."""

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TOLD = ["at_the_place.told"]


def _on_her_day(service: Service, hour: int = 2) -> None:
    """Wednesday 2 December; `hour` is UTC, seven behind the commune."""
    book(service)
    service.clock.set(service.clock.now().replace(month=12, day=2, hour=hour, minute=0))


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi den uy ban cu roi sao khong thay ai",
        "den noi ma chang co can bo",
        "sao khong co ai o day",
        "uy ban khoa cua",
        "toi di nham cho",
        "gio toi phai di mo",
        "vao phong nao vay",
        "toi den roi",
        "dang o dan hoa",
        "can bo noi khong co ten toi",
        "ho duoi toi ve",
        "toi dang dung ngoai cong",
        "trung tam o cho mo vay",
        "toi bi lac",
        "trung tâm nằm chỗ mô, tui hỏi không ai biết",
        "uy ban nam cho nao",
        "cho mai khong thay ai",
        "sao doi khong vo",
    ],
)
def test_on_her_day_she_is_told_where_it_is_and_offered_a_call(service: Service, text: str) -> None:
    _on_her_day(service)
    assert steps(say(service, text)) == TOLD


@on_sqlite
def test_her_words_stand_on_the_call(service: Service) -> None:
    _on_her_day(service)
    assert steps(say(service, "toi den ma khong thay ai", "khong co can bo nao")) == TOLD
    assert steps(say(service, "1")) == ["at_the_place.noted"]


@on_sqlite
@pytest.mark.parametrize("text", ["den xa roi ma khong thay ai"])
def test_who_came_on_another_day_is_told_hers(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == TOLD


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi den roi", "gio toi phai di mo", "khong co ai dua toi di", "toi o dan hoa"]
)
def test_before_her_day_such_words_mean_something_else(service: Service, text: str) -> None:
    before = book(service)
    assert steps(say(service, text)) != TOLD
    (booking,) = bookings_of(service)
    assert booking.id == before.id


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["khong co ai dua toi di", "toi den tre chut", "sao khong co ai goi cho toi"],
)
def test_on_her_day_another_reason_is_another_one(service: Service, text: str) -> None:
    _on_her_day(service)
    assert steps(say(service, text)) != TOLD


def test_who_has_no_place_is_heard_by_an_official(service: Service) -> None:
    assert steps(say(service, "toi den xa ma khong thay ai")) == ["human.how"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["cho mai khong thay ai vo ban", "chờ từ sáng không thấy cán bộ mô", "doi cong tac khong vo"]
)
def test_who_waited_in_vain_until_it_was_over_is_offered_a_call(service: Service, text: str) -> None:
    _on_her_day(service, hour=5)
    assert steps(say(service, text)) == TOLD
    assert steps(say(service, "1")) == ["at_the_place.noted"]
