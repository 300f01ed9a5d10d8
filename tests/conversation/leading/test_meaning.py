"""helpdesk/conversation/leading/meaning.py and its readers: what a text means where it is said. All persons are invented."""

import pytest

from tests.conversation.talk import asked, bookings_of, contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

WEDNESDAY = "dk Ho Van A 1980 trung tam thuong trach thu 4"
ONLY_TUESDAY = "dk Ho Van A 1980 ban tuoc"


@pytest.mark.parametrize("text", ["dong y thu 4", "ok thu tu nhe", "vang, ngay 2/12", "yes Wednesday"])
def test_a_yes_to_the_very_day_that_is_offered_is_a_yes(service: Service, text: str) -> None:
    say(service, WEDNESDAY, text)
    assert ([booking.party for booking in bookings_of(service)], asked(service)) == ([1], None)


@pytest.mark.parametrize("text", ["dong y thu 6", "ok thu 6 nhe"])
def test_a_yes_to_another_day_asks_about_that_day(service: Service, text: str) -> None:
    answer = say(service, WEDNESDAY, text)
    assert (steps(answer), "thu sau 4/12" in answer) == (["book.consent"], True)


def test_a_no_to_the_day_that_is_offered_asks_for_another(service: Service) -> None:
    assert steps(say(service, WEDNESDAY, "khong dong y thu 4")) == ["book.which_opening"]


@pytest.mark.parametrize("text", ["thu 3", "dong y thu 3", "ok 29/12"])
def test_the_weekday_of_the_only_day_takes_it_and_is_no_third_choice(service: Service, text: str) -> None:
    assert steps(say(service, ONLY_TUESDAY, text)) == ["book.consent"]


def test_the_weekday_alone_agrees_to_no_names_being_kept(service: Service) -> None:
    say(service, WEDNESDAY, "thu 4")
    assert (bookings_of(service), asked(service)) == ([], ("book", "consent"))


@pytest.mark.parametrize("text", ["ram", "ram thang gieng", "cuoi thang"])
def test_a_day_alone_where_names_are_asked_for_is_nobody(service: Service, text: str) -> None:
    say(service, "dk trung tam thuong trach thu 6", text)
    assert asked(service) == ("book", "who")
    assert "Ho Van Ram" in say(service, "Ho Van Ram")


@pytest.mark.parametrize(
    ("text", "language"),
    [("english", "en"), ("tieng anh", "en"), ("in english please", "en"), ("ngon ngu", "vi")],
)
def test_who_names_a_language_has_chosen_it(service: Service, text: str, language: str) -> None:
    say(service, text)
    assert (contact_of(service).language, asked(service) is None) == (language, language == "en")


def test_a_booking_behind_the_word_english_is_asked_about_in_english(service: Service) -> None:
    answer = say(service, "english", "book Ho Van A 1980 Ban Tuoc 29 December", "yes")
    assert answer.startswith("Booked for 1")


@on_sqlite
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("muon hoi mang gi", "bring.list"),
        ("toi muon hoi le phi", "fee.tell"),
        ("cho em hoi chut la can mang gi", "bring.list"),
    ],
)
def test_her_leave_to_ask_is_no_part_of_the_question(service: Service, text: str, told: str) -> None:
    assert steps(say(service, text)) == [told]


@pytest.mark.parametrize("text", ["đồng ý, hồ văn an", "Ho Van An 1980 dong y", "ok ho van an"])
def test_a_yes_with_her_own_name_beside_it_books_her_and_nobody_more(service: Service, text: str) -> None:
    say(service, "dk Ho Van An 1980 trung tam thuong trach thu 4", text)
    [booked] = bookings_of(service)
    assert [one.name for one in booked.people] == ["Ho Van An"]


def test_a_name_alone_is_no_yes_and_one_of_two_agrees_for_nobody(service: Service) -> None:
    say(service, "dk Ho Van An 1980, Y Lan 1990 trung tam thuong trach thu 4", "ho van an, y lan")
    say(service, "dong y, y lan")
    assert bookings_of(service) == []
