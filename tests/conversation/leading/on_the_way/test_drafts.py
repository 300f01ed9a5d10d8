"""helpdesk/conversation/leading/on_the_way/drafts.py and asking_again.py: a booking on the way is never lost unsaid. All are invented."""

import sqlalchemy as sa

from helpdesk.people.tables import consents
from tests.conversation.talk import asked, bookings_of, choose, say, steps
from tests.support.service import Service

FIRST = "dk ho van a 1985 tuoc 29/12"
SECOND = "dk ho thi b 1990 ca roong 1 22/12"


def names(service: Service) -> list[list[str]]:
    return [[person.name for person in booking.people] for booking in bookings_of(service)]


def test_a_second_village_waits_for_the_first_and_each_has_its_own_yes(service: Service) -> None:
    say(service, FIRST)
    assert steps(say(service, SECOND)) == ["book.set_aside", "book.consent"]
    assert steps(say(service, "1")) == ["book.booked", "book.comes_back", "book.confirm"]
    assert names(service) == [["Ho Thi B"]]
    assert steps(say(service, "1")) == ["book.booked"]
    assert sorted(names(service)) == [["Ho Thi B"], ["Ho Van A"]]


def test_whoever_leaves_a_booking_is_told_that_it_is_not_made_and_goes_on_with_dat(service: Service) -> None:
    for word, answer in (
        ("MENU", "menu.menu"),
        ("GOI LAI", "callback.noted"),
        ("BUOC", "steps.who"),
    ):
        say(service, FIRST)
        assert steps(say(service, word)) == ["begun_before.begun", answer], word
        say(service, "dat")
        assert (asked(service) or ("", ""))[0] == "book", word
    assert bookings_of(service) == []


def test_a_booking_taken_up_again_is_gone_on_with_or_begun_anew(service: Service) -> None:
    say(service, FIRST, "MENU")
    assert steps(say(service, "dat")) == ["book.go_on_named"]
    assert steps(say(service, "1")) == ["book.consent"]
    say(service, "MENU")
    assert steps(say(service, "3")) == ["book.go_on_named"]
    assert steps(say(service, "2")) == ["book.where"]


def test_whoever_deletes_everything_goes_on_with_no_booking(service: Service) -> None:
    say(service, FIRST, "XOA", "1")
    assert asked(service) is None


def test_whoever_cancels_what_is_not_booked_yet_is_not_told_that_there_is_nothing(service: Service) -> None:
    say(service, FIRST)
    assert steps(say(service, "HUY")) == ["past_booking.dropped"]


def test_where_nothing_was_said_yet_nothing_is_lost(service: Service) -> None:
    say(service, "DAT")
    assert steps(say(service, "MENU")) == ["menu.menu"]


def test_a_greeting_leaves_nothing(service: Service) -> None:
    say(service, FIRST, "chao")
    assert asked(service) == ("book", "consent")


def test_consent_is_asked_again_briefly_and_kept_in_full(service: Service) -> None:
    full = choose(service)
    brief = say(service, "mang gi").split("\n", 1)[1]
    assert len(brief) < len(full) / 1.5
    say(service, "1")
    with service.engine.connect() as db:
        wording = db.execute(sa.select(consents.c.wording)).scalar_one()
    assert [wording.startswith(full), wording.endswith(brief)] == [True, True]


def test_of_others_the_question_is_asked_in_full(service: Service) -> None:
    say(service, FIRST)
    assert "nhan XOA de xoa" in say(service, SECOND)


def test_what_was_not_understood_in_a_booking_is_said_and_the_third_time_the_booking_waits(
    service: Service,
) -> None:
    say(service, FIRST)
    assert steps(say(service, "hoa no ben suoi")) == ["not_taken.said", "book.consent"]
    assert steps(say(service, "trang len roi ba oi")) == ["stuck.offer"]
    assert steps(say(service, "con trau di dau")) == ["begun_before.begun", "stuck.call_us"]
    assert steps(say(service, "dat")) == ["book.consent"]
    say(service, "1")
    assert names(service) == [["Ho Van A"]]


def test_what_is_asked_again_for_another_reason_is_not_called_misunderstood(service: Service) -> None:
    for text in ("chao", "toi muon dat cho", "mai toi tra loi", "de toi hoi chong da"):
        say(service, FIRST)
        assert steps(say(service, text)) == ["book.consent"], text


def test_who_puts_her_answer_off_is_asked_again_however_often(service: Service) -> None:
    say(service, FIRST)
    for text in ("mai toi tra loi", "de toi hoi chong da", "de toi xem da"):
        assert steps(say(service, text)) == ["book.consent"], text


def test_a_date_and_a_place_in_two_texts_are_a_booking_whichever_comes_first(service: Service) -> None:
    for texts in (("4/12", "thuong trach"), ("thuong trach", "thu 6"), ("ngay 4/12", "thuong trach")):
        say(service, *texts)
        assert asked(service) == ("book", "who")
        assert "thu sau 4/12" in say(service, "ho van a 1985")
        say(service, "thoi")
