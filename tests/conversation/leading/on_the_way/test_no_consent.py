"""What is said where consent is asked and is none: "tôi đi được", "đúng không", an answer that a phone gives by itself."""

import pytest

from tests.conversation.talk import asked, bookings_of, contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

BOOKING = "dk Ho Thi Co 1960 trung tam thuong trach thu 4"


@on_sqlite
@pytest.mark.parametrize(
    "said",
    [
        *(
            "toi di duoc",
            "da vang toi den duoc",
            "hom do toi di duoc a",
            "dung khong",
            "duoc khong",
            "phai khong a",
        ),
        *("dung vay khong", "Vang, toi dang ban, toi se goi lai sau.", "Hien tai toi khong the nghe may"),
        *("I will call you back later", "tin nhan tu dong tra loi"),
    ],
)
def test_the_question_stays_open_and_nothing_is_agreed(service: Service, said: str) -> None:
    assert steps(say(service, BOOKING)) == ["book.consent"]
    say(service, said)
    assert asked(service) == ("book", "consent")
    assert (bookings_of(service), contact_of(service).consented_at) == ([], None)
    say(service, "1")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("said", ["duoc", "dong y", "ok dat di", "dung roi", "duoc roi"])
def test_a_yes_is_one_still(service: Service, said: str) -> None:
    say(service, BOOKING, said)
    assert len(bookings_of(service)) == 1


def test_a_no_is_one_still(service: Service) -> None:
    assert steps(say(service, BOOKING, "đừng")) == ["book.not_booked"]
