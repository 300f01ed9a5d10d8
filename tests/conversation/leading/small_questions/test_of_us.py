"""helpdesk/conversation/leading/small_questions/of_us.py: what is asked about this service, and not about level 2."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

BOOKS = "dk Ho Van A 1980 trung tam thuong trach thu 4"


@on_sqlite
@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("nhan tin co mat tien khong", "text_costs"),
        ("sao nhan tin ton tien the", "text_costs"),
        ("goi 1900 co mat tien ko", "text_costs"),
        ("phat bao nhieu tien", "must_i"),
        ("khong lam co bi phat khong", "must_i"),
        ("toi 80 tuoi co phai lam khong", "must_i"),
        ("co bat buoc khong", "must_i"),
        ("toi lam muc 2 chua", "cannot_look_up"),
        ("tra cuu tai khoan vneid giup toi", "cannot_look_up"),
        ("khong dat cho co duoc lam khong", "book_first"),
        ("phai dat cho truoc a", "book_first"),
        ("dat cho de lam gi", "book_first"),
        ("dat cho la sao", "book_first"),
        ("so nay cua ai", "who_we_are"),
        ("ai day", "who_we_are"),
        ("day la may hay nguoi", "who_we_are"),
        ("so nay co phai lua dao khong", "who_we_are"),
        ("lam an chan qua", "complaint"),
        ("do ngu", "complaint"),
    ],
)
def test_a_question_about_the_service_is_answered_as_such(service: Service, text: str, flow: str) -> None:
    assert steps(say(service, text)) == [f"{flow}.tell"]


@on_sqlite
@pytest.mark.parametrize(
    ("text", "flow"),
    [
        # What the fee is, where SIM cards are given out, and where one must bring something.
        ("mat bao nhieu tien", "fee.tell"),
        ("phat sim o dau", "free_sim.offer"),
        ("toi can phai mang gi", "bring.list"),
        ("co nguoi goi doi ma otp", "scam.warn"),
        ("chau 8 tuoi lam duoc muc 2 chua", "child.tell"),
    ],
)
def test_what_only_sounds_like_it_is_not(service: Service, text: str, flow: str) -> None:
    assert steps(say(service, text)) == [flow]


def test_the_open_question_comes_again_behind_the_answer(service: Service) -> None:
    say(service, BOOKS)
    assert steps(say(service, "khong den co bi phat khong")) == ["must_i.tell", "book.consent"]
    assert asked(service) == ("book", "consent")


@on_sqlite
def test_anger_beside_a_question_is_answered_as_the_question(service: Service) -> None:
    assert steps(say(service, "tuc qua, quen mat khau lam sao")) == ["forgot_password.tell"]
