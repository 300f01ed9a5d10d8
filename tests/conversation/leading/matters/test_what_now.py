"""helpdesk/conversation/leading/matters/what_now.py: who does not know what to do next."""

import pytest
import sqlalchemy as sa

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, book, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "gio lam sao",
        "gio lam chi",
        "gio tinh sao",
        "vay gio toi phai lam gi truoc",
        "chu man rang day",
        "vay gio sao",
    ],
)
def test_behind_an_answer_a_person_is_offered_who_is_told_her_words(service: Service, text: str) -> None:
    say(service, "khong co giay to chi het")
    assert steps(say(service, text)) == ["now_what.offer"]
    assert steps(say(service, "1")) == ["callback.noted"]
    with service.engine.connect() as db:
        assert "khong co giay to chi het" in db.execute(sa.select(tickets.c.text)).scalar_one()


@on_sqlite
def test_at_a_question_that_stands(service: Service) -> None:
    say(service, "co nguoi goi hoi ma otp", "toi lo doc roi")
    assert steps(say(service, "gio lam sao day")) == ["given_away.given"]
    assert asked(service) == ("given_away", "given")


@on_sqlite
@pytest.mark.parametrize("text", ["mo cua may gio", "gio lam viec the nao"])
def test_hours_are_hours(service: Service, text: str) -> None:
    say(service, "khong co giay to chi het")
    assert steps(say(service, text)) == ["hours.tell"]


@on_sqlite
@pytest.mark.parametrize("text", ["tiep", "roi sao nua", "tiep tuc di"])
def test_the_steps_are_gone_on_with_also_where_a_person_was_offered(service: Service, text: str) -> None:
    say(service, "BUOC", "1")
    assert steps(say(service, text)) == ["steps.card"]
    assert steps(say(service, "abc xyz", "def ghi")) == ["stuck.offer"]
    assert steps(say(service, text)) == ["steps.card"]
    assert asked(service) == ("steps", "card")


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "lam cho ca toi va con 8 tuoi",
        "hai me con",
        "toi voi con 8 tuoi",
        "cho me toi 70 tuoi va chau 10 tuoi",
    ],
)
def test_of_two_at_once_nobody_is_left_out_in_silence(service: Service, text: str) -> None:
    say(service, "BUOC")
    assert steps(say(service, text)) == ["one_by_one.tell", "steps.who"]
    assert steps(say(service, "con 8 tuoi")) == ["steps.child_card"]


@on_sqlite
@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("toi khong biet the con han hay khong", ("steps", "sim")),
        ("ghi 2021", ("steps", "sim")),
        ("the mo qua khong doc duoc ngay", ("steps", "sim")),
        ("het han nam 2030", ("steps", "sim")),
        ("co the", ("steps", "card")),
    ],
)
def test_what_she_says_of_her_card_is_a_choice_where_it_is_clear(
    service: Service, text: str, then: tuple[str, str]
) -> None:
    say(service, "BUOC", "1", text)
    assert asked(service) == then


@on_sqlite
def test_a_child_of_no_age_is_taken_for_no_adult(service: Service) -> None:
    say(service, "BUOC", "con toi")
    assert asked(service) == ("steps", "who")


@on_sqlite
def test_what_is_next_for_who_has_booked_is_her_place(service: Service) -> None:
    book(service)
    assert steps(say(service, "gio lam sao"))[0].startswith("my_booking.")


@on_sqlite
def test_a_basic_phone_is_no_smartphone(service: Service) -> None:
    say(service, "BUOC", "1", "1", "1")
    assert "steps.smartphone" not in steps(say(service, "dien thoai cuc gach"))
