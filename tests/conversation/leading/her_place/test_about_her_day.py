"""helpdesk/conversation/leading/her_place/about_her_day.py: what is asked about the day of her place is told by its own hours."""

from datetime import datetime

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def _reminded(service: Service) -> None:
    book(service, opening=1)
    service.clock.set(datetime(2026, 12, 1, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1


@on_sqlite
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10h toi toi duoc khong", "in_its_hours"),
        ("9h tôi mới tới nơi được không", "in_its_hours"),
        ("gio toi moi thay tin, con kip khong", "in_its_hours"),
        ("nha toi cach 2 tieng di bo", "in_its_hours"),
        ("chieu mai toi den duoc khong, sang ban", "not_then"),
        ("5h chiều tui xuống được không", "not_then"),
        ("6h sang toi toi duoc khong", "not_then"),
        ("chieu co lam khong", "not_then"),
        ("mai co lam khong", "as_planned"),
        ("mua lon qua mai co lam khong can bo", "as_planned"),
        ("mai mấy giờ thì nghỉ", "as_planned"),
        ("toi quen mang can cuoc o nha roi", "forgotten"),
        ("quên cái thẻ rồi", "forgotten"),
        ("đông quá, đợi lâu chưa tới lượt", "queue"),
        ("so may goi roi", "queue"),
    ],
)
def test_a_reminder_is_no_answer_to_what_is_asked_about_the_day(
    service: Service, text: str, told: str
) -> None:
    _reminded(service)
    assert steps(say(service, text)) == [f"day_of_hers.{told}"]
    assert asked(service) == ("reminder", "one")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("toi chi muon biet mai co lam khong", "as_planned"),
        ("thu 4 co lam khong", "as_planned"),
        ("hom do co mo cua khong", "as_planned"),
        ("8h30 tui xuong noi khong", "in_its_hours"),
        ("chieu thu 4 toi den duoc khong", "not_then"),
    ],
)
def test_who_has_just_booked_is_told_of_her_own_day(service: Service, text: str, told: str) -> None:
    book(service, opening=1)
    assert steps(say(service, text)) == [f"day_of_hers.{told}"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["thu 6 co lam khong", "công an xã làm việc thứ 7 không", "toi quen mat khau"]
)
def test_another_day_and_another_matter_are_not_told_by_hers(service: Service, text: str) -> None:
    book(service, opening=1)
    assert "day_of_hers" not in str(steps(say(service, text)))


@on_sqlite
@pytest.mark.parametrize("text", ["toi khong di duoc, duong xa qua", "doi sang chieu duoc khong"])
def test_who_cannot_come_or_changes_asks_nothing(service: Service, text: str) -> None:
    _reminded(service)
    assert "day_of_hers" not in str(steps(say(service, text)))


@on_sqlite
def test_of_who_has_no_place_it_is_a_question_for_the_office(service: Service) -> None:
    assert "day_of_hers" not in str(steps(say(service, "mai co lam khong")))
