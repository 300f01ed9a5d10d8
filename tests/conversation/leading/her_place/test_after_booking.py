"""helpdesk/conversation/leading/her_place/after_booking.py: what somebody says who has a place. All persons are invented."""

from datetime import datetime

import pytest

from helpdesk.conversation.leading.her_place.after_booking import (
    COMING,
    JOINING,
    JOINS,
    LATE,
    MORE,
    NAMES,
    Wish,
    wish_of_booked,
)
from helpdesk.conversation.understanding.understand import Understood, understand
from helpdesk.text.folding import matching_key
from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def wish(text: str) -> Wish | None:
    return wish_of_booked(text, matching_key(text), understand(text, None))


@pytest.mark.parametrize("text", ["se den", "Dạ con sẽ đến đúng giờ ạ", "mai mốt mệ sẽ đi", "we will come"])
def test_she_comes(text: str) -> None:
    assert wish(text) == Wish(COMING)


@pytest.mark.parametrize(
    "text", ["khi nao doi se den ban", "khong den duoc", "doan se den luc may gio", "chau se om"]
)
def test_what_is_not_her_coming(text: str) -> None:
    assert wish(text) is None


def test_she_comes_late() -> None:
    assert wish("toi den muon duoc khong") == Wish(COMING, {LATE: True})


def test_a_name_is_wrong_and_is_asked_for_unless_it_is_said() -> None:
    assert wish("sua ten") == Wish(NAMES)
    told = "ghi sai ten roi, dung ra la Ho Van An 1985"
    assert wish(told) == Wish(NAMES, {"question": told})


def test_what_is_wrong_on_papers_is_a_topic() -> None:
    assert wish("sai ten tren the can cuoc") is None


def test_somebody_joins_by_name_or_without() -> None:
    assert wish("them 1 nguoi nua") == Wish(MORE, {JOINS: True})
    named = Understood(intent="book", facts={"people": [["Ho Thi B", 1990]]})
    text = "them Ho Thi B 1990"
    assert wish_of_booked(text, text.lower(), named) == Wish(
        MORE, {JOINS: True, JOINING: [["Ho Thi B", 1990]]}
    )


def test_another_place_or_day_is_another_booking() -> None:
    elsewhere = Understood(intent="book", facts={"people": [["Ho Thi B", 1990]], "place_id": 4})
    assert wish_of_booked("them ho thi b 1990 ban tuoc", "them ho thi b 1990 ban tuoc", elsewhere) is None


@on_sqlite
@pytest.mark.parametrize("text", ["1985", "sinh 1985", "quen nam sinh, 1985"])
def test_a_birth_year_behind_the_confirmation_is_of_whom_it_was_not_said(service: Service, text: str) -> None:
    book(service, names="Ho Van A")
    assert say(service, text).startswith("Sua Ho Van A thanh Ho Van A 1985?")
    say(service, "1")
    (booking,) = bookings_of(service)
    assert [(one.name, one.birth_year) for one in booking.people] == [("Ho Van A", 1985)]


@on_sqlite
def test_a_birth_year_put_right_behind_the_confirmation_is_asked_about(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    assert say(service, "1985 la sai, 1958 moi dung").startswith("Sua Ho Van A 1985 thanh Ho Van A 1958?")


@on_sqlite
def test_the_same_name_with_another_birth_year_is_put_right_and_nobody_more(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    assert say(service, "ho van a sn 1986").startswith("Sua Ho Van A 1985 thanh Ho Van A 1986?")
    say(service, "1")
    (booking,) = bookings_of(service)
    assert [one.birth_year for one in booking.people] == [1986]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        *("vo toi di thay", "khong phai toi di ma vo toi di", "con gai toi den thay nhe"),
        *("toi om chong toi di thay duoc khong", "toi khong di, nhuong cho chong toi"),
    ],
)
def test_whoever_comes_instead_and_has_no_name_yet_is_asked_for(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["fix_names.who_instead"]
    assert len(bookings_of(service)) == 1
    say(service, "ho van cu 1980", "1")
    assert [one.name for booking in bookings_of(service) for one in booking.people] == ["Ho Van Cu"]


@on_sqlite
def test_on_the_day_itself_who_would_put_a_name_right_is_asked_how(service: Service) -> None:
    book(service)
    service.clock.set(datetime(2026, 12, 2, 9))  # noqa: DTZ001 - commune time
    assert steps(say(service, "sua ten")) == ["fix_names.how"]
    assert steps(say(service, "Ho Thi Mai 1955")) == ["fix_names.noted"]


@pytest.mark.parametrize("text", ["nham, vo toi sinh 1983", "o ma a nham vo toi sinh 1983"])
def test_a_year_of_hers_is_put_right_by_what_she_is_to_her(service: Service, text: str) -> None:
    say(service, "dk toi la ho van pao 1978, vo toi y xuan 1982 tt thuong trach thu 6", "1")
    assert say(service, text).startswith("Sua Y Xuan 1982 thanh Y Xuan 1983?")


@on_sqlite
@pytest.mark.parametrize(
    "texts",
    [
        ("cho vo toi di thay toi, ten ho thi kham 1988",),
        ("toi khong di duoc, em trai toi di thay", "ho van binh 1990"),
        ("cho con tui Hồ Văn D 2001 đi thay",),
    ],
)
def test_who_said_that_somebody_comes_instead_is_not_asked_that_again(
    service: Service, texts: tuple[str, ...]
) -> None:
    book(service)
    assert steps(say(service, *texts)) == ["fix_names.replaces"]
    assert steps(say(service, "1")) == ["fix_names.replaced"]
