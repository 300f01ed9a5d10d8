"""helpdesk/conversation/leading/matters/in_danger.py: whom to turn to is said at once, whatever else is asked. All are invented.

What the words are is tested in tests/conversation/leading/grave.
"""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

AT_ONCE, KEEP_AWAY, STAY_WITH = ["emergency.call_at_once"], ["unexploded.keep_away"], ["not_alone.stay_with"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "nuoc len ngap nha roi, may nguoi ket tren mai",
        "thang kia cam dao dang duoi toi",
        "vo toi dang de kho, o ban xa lam",
        "me tui dau bung nang qua cho tui so benh vien",
        "bố em dien giat ngoài ruộng",
    ],
)
def test_a_life_in_danger_is_no_topic_and_no_menu(service: Service, text: str) -> None:
    assert steps(say(service, text)) == AT_ONCE


@on_sqlite
@pytest.mark.parametrize("text", ["thay qua dan phao trong vuon", "phat hien qua bom trong ray bao ai"])
def test_what_was_left_from_the_war_is_not_to_be_touched(service: Service, text: str) -> None:
    assert steps(say(service, text)) == KEEP_AWAY
    assert steps(say(service, "bao ai bay gio")) == KEEP_AWAY


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi chan doi qua muon chet quach cho xong", "song khong noi nua roi", "toi chan song qua"]
)
def test_who_wants_to_die_is_not_to_be_alone(service: Service, text: str) -> None:
    assert steps(say(service, text)) == STAY_WITH
    assert steps(say(service, "con toi doi tu tu")) == STAY_WITH


@on_sqlite
@pytest.mark.parametrize("text", ["goi ai", "so may", "co ai den khong", "lam sao day"])
def test_what_is_asked_behind_it_has_it_once_more(service: Service, text: str) -> None:
    assert steps(say(service, "nha toi dang chay", text)) == AT_ONCE


@on_sqlite
def test_a_booking_on_the_way_is_asked_about_again_behind_it(service: Service) -> None:
    say(service, "dk Ho Van A 1980 trung tam thuong trach thu 4")
    assert steps(say(service, "cap cuu con toi co giat")) == [*AT_ONCE, "book.consent"]
    assert asked(service) == ("book", "consent")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi muon tu van", "bom xang o dau", "cau tran ngap roi", "toi qua dan hoa lam duoc khong"]
)
def test_what_only_looks_like_it_is_none(service: Service, text: str) -> None:
    assert steps(say(service, text)) not in (AT_ONCE, KEEP_AWAY, STAY_WITH)


@on_sqlite
def test_who_stays_away_for_a_birth_is_asked_about_her_place(service: Service) -> None:
    book(service)
    assert steps(say(service, "vo toi dau de khong di duoc, huy giup")) != AT_ONCE
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_who_is_booked_with_a_birth_year_is_in_no_danger(service: Service) -> None:
    assert steps(say(service, "dk Ho Van Bom 1980 ban tuoc thu 4")) != KEEP_AWAY


@on_sqlite
@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("lu cuon nha, 5 nguoi tren mai nha", "o ban tuoc"),
        ("con toi lac trong rung", "no 7 tuoi"),
        ("sat lo dat vui nha roi", "3 nguoi chua thay"),
        ("nha toi dang chay", "goi cuu hoa so may"),
        ("thang kia cam dao dang duoi toi", "o ban ca roong 1"),
    ],
)
def test_where_who_and_how_many_behind_it_is_no_business_of_ours(
    service: Service, first: str, then: str
) -> None:
    assert steps(say(service, first, then)) == AT_ONCE


@on_sqlite
@pytest.mark.parametrize("then", ["dk ho van a 1985 y leng 8/12", "con toi 7 tuoi lam duoc khong", "goi lai"])
def test_whoever_asks_for_something_else_behind_it_has_that(service: Service, then: str) -> None:
    assert steps(say(service, "con toi sot cao co giat", then)) != AT_ONCE
