"""helpdesk/conversation/leading/asked_too.py: a second question in one text is answered, too. All persons are invented."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.service import Service

BOOKS = "dk Ho Van A 1980 trung tam thuong trach thu 4"
FEE_AND_BRING = ["fee.tell", "bring.list"]


def test_two_questions_are_both_answered_in_the_order_in_which_they_were_asked(service: Service) -> None:
    assert steps(say(service, "co mat tien khong, mang gi")) == FEE_AND_BRING
    assert asked(service) is None


def test_questions_beside_a_booking_are_answered_before_its_echo(service: Service) -> None:
    assert steps(say(service, f"{BOOKS}; co mat tien khong, mang gi")) == [*FEE_AND_BRING, "book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]


def test_two_questions_in_the_middle_of_a_booking_leave_its_question_open(service: Service) -> None:
    say(service, BOOKS)
    assert steps(say(service, "co mat tien khong, mang gi"))[:2] == FEE_AND_BRING
    assert asked(service) == ("book", "consent")


def test_who_is_named_beside_questions_in_the_middle_of_a_booking_is_taken_down(service: Service) -> None:
    say(service, "dk Ho Van A 1980 trung tam thuong trach")
    answer = say(service, "them Ho Thi B 1990, can mang gi, co mat tien khong")
    assert steps(answer) == ["bring.list", "fee.tell", "book.noted", "book.which_opening"]
    assert "Ho Thi B" in say(service, "1")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # What stands before the question is why she asks it.
        ("toi khong co dien thoai thong minh, co lam duoc khong", ["no_smartphone.tell"]),
        # The echo of a booking says where and when it is, and that it can be.
        (f"{BOOKS} duoc khong", ["book.consent"]),
        (f"{BOOKS}, may gio", ["book.consent"]),
    ],
)
def test_what_is_no_second_question_is_not_answered_as_one(
    service: Service, text: str, answer: list[str]
) -> None:
    assert steps(say(service, text)) == answer


def test_as_many_answers_are_given_as_two_segments_hold_and_the_others_are_said_to_be_left(
    service: Service,
) -> None:
    answer = steps(say(service, "can mang gi? lam o dau? mat bao lau? co mat tien khong?"))
    assert answer == ["bring.list", "where.tell", "ask_apart.tell"]


def test_a_question_that_was_not_understood_beside_one_that_was_is_not_dropped_unsaid(
    service: Service,
) -> None:
    answer = steps(say(service, "thua can bo cho toi hoi gia lam het bao nhieu va may ngay thi xong a"))
    assert answer[-2:] in (["duration.tell", "ask_apart.tell"], ["fee.tell", "duration.tell"])


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("bao gio doan den ban tuoc va can mang gi", "visit_when.here"),
        ("can mang gi, bao gio doan den ban tuoc", "visit_when.here"),
    ],
)
def test_a_topic_that_asks_something_itself_comes_behind_the_other_answer(
    service: Service, text: str, asks: str
) -> None:
    assert steps(say(service, text)) == ["bring.list", asks]
    assert asked(service) == ("visit_when", "here")
