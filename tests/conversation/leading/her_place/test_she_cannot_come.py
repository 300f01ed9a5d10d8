"""helpdesk/conversation/leading/her_place/she_cannot_come.py: why she may not come, said to no question. All persons are invented."""

from datetime import datetime

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, speaks, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@pytest.mark.parametrize("text", ["xe hong roi", "chau om roi", "nuoc lut lon qua"])
def test_whoever_has_a_place_is_asked_what_is_to_become_of_it(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert asked(service) == ("cannot_come", "one")


@pytest.mark.parametrize("text", ["xe hong roi", "chau om roi"])
def test_who_has_none_is_asked_nothing_of_it(service: Service, text: str) -> None:
    say(service, text)
    assert (asked(service) or ("",))[0] != "cannot_come"


@pytest.mark.parametrize("text", ["ban tuoc", "bao gio co", "o dau", "mua sim o dau"])
def test_a_village_and_a_question_are_no_reason(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert (asked(service) or ("",))[0] != "cannot_come"


@pytest.mark.parametrize(
    "again", ["khong di duoc", "toi khong di duoc", "khong di duoc that", "me khong di duoc", "om roi"]
)
def test_said_once_more_it_is_no_wish_to_keep_the_place(service: Service, again: str) -> None:
    book(service)
    say(service, "toi bi om")
    for _ in range(4):
        assert steps(say(service, again)) == ["cannot_come.one"]
    assert steps(say(service, "1")) == ["cancel.sure"]


@pytest.mark.parametrize("before", ["abc xyz", "MENU", "XEM"])
@pytest.mark.parametrize("text", ["toi khong di duoc", "mụ nỏ đi được"])
def test_where_something_else_was_offered_it_does_not_end_the_talk(
    service: Service, before: str, text: str
) -> None:
    book(service)
    say(service, before)
    assert steps(say(service, text)) == ["cannot_come.one"]


def test_at_the_cancellation_it_does_not_keep_the_place_and_no_does(service: Service) -> None:
    book(service)
    say(service, "HUY")
    assert steps(say(service, "toi khong di duoc")) == ["cancel.sure"]
    assert speaks(say(service, "khong"), "cancel.kept")
    assert len(bookings_of(service)) == 1


@pytest.mark.parametrize("text", ["khong", "thoi", "van giu", "3"])
def test_a_no_to_the_question_keeps_the_place_as_ever(service: Service, text: str) -> None:
    book(service)
    say(service, "toi bi om")
    assert speaks(say(service, text), "cannot_come.kept")


def test_what_is_to_become_of_the_place_is_heard_there(service: Service) -> None:
    book(service)
    say(service, "toi bi om")
    assert steps(say(service, "khong di duoc, huy giup")) == ["cancel.sure"]


def test_who_has_no_place_is_not_asked_about_one(service: Service) -> None:
    say(service, "abc xyz")
    assert asked(service) != ("cannot_come", "one")
    say(service, "toi khong di duoc")
    assert (asked(service) or ("",))[0] != "cannot_come"


@pytest.mark.parametrize(
    "text", ["thôi tôi không muốn nữa", "cam on can bo, toi khong can nua", "khong lam nua dau"]
)
def test_who_wants_no_more_of_it_is_asked_about_her_place_and_thanked_where_she_has_none(
    service: Service, text: str
) -> None:
    say(service, text)
    assert asked(service) is None
    book(service)
    say(service, text)
    assert asked(service) == ("cannot_come", "one")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "mai k di dc hen tuan sau nha",
        "toi ban roi de tuan toi",
        "tuần ni bận, tuần tới tui đi",
        "con om, sang tuan toi di",
        "i am sick, next week please",
    ],
)
def test_who_says_when_she_comes_instead_has_the_days_from_then_on(service: Service, text: str) -> None:
    book(service, opening=1)
    service.clock.set(datetime(2026, 12, 1, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    told = say(service, text).splitlines()
    assert told[1].startswith(("1 thu hai 7/12", "1 Monday 7 Dec"))
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_who_cannot_come_next_week_either_is_asked(service: Service) -> None:
    book(service, opening=1)
    service.clock.set(datetime(2026, 12, 1, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    assert steps(say(service, "mai toi om, tuan sau cung ban")) == ["cannot_come.one"]


@on_sqlite
@pytest.mark.parametrize("text", ["ko di", "mai ko di", "không đi", "mai em khong di nhe", "k di"])
def test_who_says_no_more_than_that_she_does_not_come_is_asked_what_becomes_of_her_place(
    service: Service, text: str
) -> None:
    assert steps(say(service, text)) != ["cannot_come.what"]
    book(service)
    assert "Doi buoi" in say(service, text)


@on_sqlite
def test_where_one_of_two_stays_away_a_1_does_not_cancel_both(service: Service) -> None:
    say(service, "dk ho van lai 1985, ho thi nhi 1990 trung tam thuong trach thu 4", "1")
    asked = say(service, "chong toi khong di, con toi thoi")
    assert asked.splitlines()[-1] == "3 Tat ca 2 nguoi"
