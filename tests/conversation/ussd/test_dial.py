"""A session as a resident meets it: pages, keys, the end; and as a network treats it: repeated, cut, too late."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import bookings
from helpdesk.conversation.tables import ussd_sessions
from helpdesk.conversation.ussd.dial import Dial, apologise
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.tables import consents
from helpdesk.retention.erasure import erase
from helpdesk.text.folding import fold
from tests.conversation.talk import asked, book, bookings_of, contact_of, count, say, steps
from tests.conversation.ussd.dialling import Dialler
from tests.support.builders import RESIDENT
from tests.support.service import Service
from tests.support.statements import statements_of

NAME = "Ho Thi Mai 1954"
RESUME = "Tiep tuc?\n1 Co\n2 Lam lai"
MENU, WHERE, OPENINGS, WHO = "menu.menu", "book.where", "book.which_opening", "book.who"


def to_consent(phone: Dialler) -> str:
    """Dial, and answer up to the question whether to book."""
    phone.dial()
    return phone.key("3", "1", "1", NAME)


class TestASession:
    def test_begins_with_the_menu_numbered_as_in_sms(self, phone: Dialler, service: Service) -> None:
        assert steps(phone.dial()) == [MENU]
        assert phone.page.text == say(service, "menu")
        assert phone.page.goes_on

    def test_takes_names_and_villages_as_they_are_written(self, phone: Dialler) -> None:
        assert steps(phone.dial()) == [MENU]
        assert steps(phone.key("3")) == [WHERE]
        assert steps(phone.key("ca roong 1")) == ["book.only_day"]
        assert steps(phone.key("1")) == [WHO]
        assert phone.key("Hồ Thị Mai 1954").startswith("Dat cho Ho Thi Mai 1954, tai ban Ca Roong 1")

    def test_ends_with_the_booking(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        told = phone.key("98", "1")
        (booking,) = bookings_of(service)
        assert told.startswith(f"Da dat xong cho 1 nguoi, ma {booking.code}, tai Trung tam xa Thuong Trach")
        assert not phone.page.goes_on
        assert asked(service) is None

    def test_that_is_over_begins_anew_whatever_the_network_calls_it(self, phone: Dialler) -> None:
        phone.dial()
        phone.key("2")
        assert not phone.page.goes_on
        assert steps(phone.send("")) == [MENU]

    def test_asks_again_what_is_not_understood_and_then_offers_a_person(self, phone: Dialler) -> None:
        phone.dial()
        assert steps(phone.key("3", "9")) == [WHERE]
        assert steps(phone.key("9")) == ["stuck.offer"]

    @pytest.mark.parametrize(
        ("word", "step"), [("MENU", MENU), ("huy", "cancel.nothing"), ("xoa", "erase.sure")]
    )
    def test_knows_the_words_that_work_at_any_moment(self, phone: Dialler, word: str, step: str) -> None:
        phone.dial()
        assert steps(phone.key("3", word)) == [step]

    def test_answers_even_whom_texts_leave_in_peace(self, phone: Dialler, service: Service) -> None:
        say(service, "TC")
        assert steps(phone.dial()) == [MENU]
        assert steps(phone.key("?!")) == [MENU]
        assert phone.key("TC") != ""

    def test_speaks_without_accents_to_whoever_asked_for_them(self, phone: Dialler, service: Service) -> None:
        say(service, "CO DAU", "2")
        (accented,) = service.text(RESIDENT.phone, "menu")
        assert (phone.dial(), accented.isascii()) == (fold(accented), False)

    def test_speaks_the_language_of_the_contact(self, phone: Dialler, service: Service) -> None:
        say(service, "ENGLISH", "2")
        phone.dial()
        page = phone.key("3", "1", "1", NAME)
        assert page.endswith("98 more")
        assert phone.key("98").endswith("00 back")

    def test_costs_few_statements(self, phone: Dialler, service: Service) -> None:
        assert phone.gateway.channel == "ussd"
        with statements_of(service.engine) as dialled:
            phone.dial()
        with statements_of(service.engine) as keyed:
            phone.key("1")
        assert (len(dialled), len(keyed)) == (8, 9)


class TestPages:
    def test_are_turned_by_98_and_00(self, phone: Dialler) -> None:
        first = to_consent(phone)
        assert first.endswith("\n98 tiep")
        second = phone.key("98")
        assert second.endswith("\n1 Dong y va dat\n2 Thoi\n00 lui")
        assert phone.key("00") == first
        assert phone.key("98", "98", "98") == second

    def test_are_not_turned_where_there_is_one_and_cost_no_try(self, phone: Dialler) -> None:
        menu = phone.dial()
        assert [phone.key("98") for _ in range(3)] == [menu] * 3

    def test_00_on_the_first_goes_back_to_the_question_before(self, phone: Dialler) -> None:
        phone.dial()
        assert steps(phone.key("3", "1", "1")) == [WHO]
        assert steps(phone.key("00")) == [OPENINGS]

    def test_00_on_the_first_of_several_goes_back_to_the_question_before(
        self, phone: Dialler, service: Service
    ) -> None:
        first = to_consent(phone)
        assert first.endswith("\n98 tiep")
        assert steps(phone.key("00")) == [WHO]
        phone.key(NAME, "98", "00")
        assert steps(phone.key("00")) == [WHO]
        assert (bookings_of(service), count(service, consents)) == ([], 0)

    def test_a_yes_counts_only_when_all_was_shown(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        assert phone.key("1").startswith("Neu dat cho nguoi khac")
        assert (bookings_of(service), count(service, consents)) == ([], 0)
        phone.key("1")
        assert (len(bookings_of(service)), count(service, consents)) == (1, 1)

    def test_a_yes_counts_when_all_was_shown_whichever_page_is_before_her(
        self, phone: Dialler, service: Service
    ) -> None:
        to_consent(phone)
        phone.key("98", "00", "1")
        assert len(bookings_of(service)) == 1

    def test_the_whole_question_is_kept_as_the_wording_of_the_consent(
        self, phone: Dialler, service: Service
    ) -> None:
        to_consent(phone)
        phone.key("98", "1")
        with service.engine.connect() as db:
            wording = db.execute(sa.select(consents.c.wording)).scalar_one()
        assert wording.startswith("Dat cho Ho Thi Mai 1954, tai Trung tam xa Thuong Trach")
        assert wording.endswith("Neu dat cho nguoi khac thi ho da nho ba con.\n1 Dong y va dat\n2 Thoi")

    def test_a_line_of_a_list_may_be_chosen_from_another_page(self, phone: Dialler, service: Service) -> None:
        for year in range(1981, 1984):
            book(service, names=f"Nguyen Thi Phuong Thao {year}")
        phone.dial()
        first = phone.key("4")
        assert first.startswith("Ba con da dat nhieu cho. Xem cho nao? Nhan so hoac ma.\n1 ")
        assert first.endswith("\n98 tiep")
        assert phone.key("98").startswith("2 ")
        phone.key("00")
        assert phone.key("3").endswith(
            "Nguyen Thi Phuong Thao 1983, tai Trung tam xa Thuong Trach, thu tu 2/12, "
            "den 7h30-8h30, so 3, lam duoc muc 2.\n1 Doi buoi\n2 Huy\n3 Giu nguyen\n4 Them, sua ten, can giup"
        )


class TestASessionThatBreaks:
    def test_leaves_the_conversation_and_offers_to_go_on(self, phone: Dialler, service: Service) -> None:
        question = to_consent(phone)
        assert phone.dial() == RESUME
        assert asked(service) == ("book", "consent")
        assert phone.key("1") == question

    @pytest.mark.parametrize("yes", ["1", "co", "Có", "tiep", "tiep tuc", "vang a"])
    def test_goes_on_for_a_yes_in_any_form(self, phone: Dialler, yes: str) -> None:
        phone.dial()
        phone.key("3", "1")
        phone.dial()
        assert steps(phone.key(yes)) == [OPENINGS]

    @pytest.mark.parametrize("anew", ["2", "lam lai", "Làm lại", "khong"])
    def test_begins_anew_where_she_wants_that(self, phone: Dialler, anew: str) -> None:
        phone.dial()
        phone.key("3", "1")
        phone.dial()
        assert steps(phone.key(anew))[-1] == MENU
        assert steps(phone.key("3")) == [WHERE]

    def test_the_word_menu_leads_there_and_the_booking_may_be_gone_on_with(self, phone: Dialler) -> None:
        phone.dial()
        phone.key("3", "1")
        phone.dial()
        assert steps(phone.key("menu"))[-1] == MENU
        assert steps(phone.key("3")) == ["book.go_on"]

    @pytest.mark.parametrize("neither", ["3", "dat", "?", "98", "00", "Ho Thi Mai"])
    def test_asks_once_more_for_what_is_neither(self, phone: Dialler, service: Service, neither: str) -> None:
        to_consent(phone)
        phone.dial()
        assert phone.key(neither) == RESUME
        assert asked(service) == ("book", "consent")
        assert bookings_of(service) == []

    def test_offers_nothing_where_only_the_menu_was_open(self, phone: Dialler) -> None:
        phone.dial()
        assert steps(phone.dial()) == [MENU]

    def test_is_forgotten_after_three_days(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        service.clock.advance(timedelta(days=3))
        assert phone.dial() == RESUME
        service.clock.advance(timedelta(days=3, seconds=1))
        assert steps(phone.dial()) == [MENU]

    def test_after_the_yes_has_booked_and_told_by_sms_once(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        phone.key("98", "1")
        turn = phone.turn
        assert phone.again("1", turn=turn).text.startswith("Da dat xong")
        assert steps(phone.dial()) == [MENU]
        service.sweep("send")
        (booking,) = bookings_of(service)
        texted = [text for text in texted_to(service) if booking.code in text]
        assert len(texted) == 1
        assert steps(texted[0]) == ["book.booked"]
        assert "Mang the can cuoc" in texted[0]

    def test_may_be_gone_on_with_by_sms(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        phone.key("98")
        assert steps(say(service, "1")) == ["book.booked"]

    def test_and_asks_whether_to_go_on_takes_no_answer_from_an_sms(
        self, phone: Dialler, service: Service
    ) -> None:
        say(service, "DAT", "1")
        assert phone.dial() == RESUME
        assert steps(say(service, "2")) == [WHO]


def texted_to(service: Service) -> list[str]:
    """What was sent to her by SMS that was no answer on a wire."""
    m = outbound_messages.c
    query = sa.select(m.text).where(m.recipient == RESIDENT.phone, m.attempts > 0).order_by(m.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


class TestTheSmsAfterwards:
    def test_comes_at_night_too_and_to_whoever_wants_no_reminders(
        self, phone: Dialler, service: Service
    ) -> None:
        say(service, "TC")
        service.clock.advance(timedelta(hours=13))
        to_consent(phone)
        phone.key("98", "1")
        service.sweep("send")
        assert [steps(text) for text in texted_to(service)] == [["book.booked"]]

    def test_has_the_accents_that_pages_have_not(self, phone: Dialler, service: Service) -> None:
        say(service, "CO DAU", "2")
        to_consent(phone)
        phone.key("98", "1")
        service.sweep("send")
        assert texted_to(service)[0].startswith("Đã đặt xong cho 1 người")

    def test_is_taken_back_when_the_booking_is_cancelled_before(
        self, phone: Dialler, service: Service
    ) -> None:
        to_consent(phone)
        phone.key("98", "1")
        phone.dial()
        assert steps(phone.key("huy")) == ["cancel.sure"]
        assert steps(phone.key("1")) == ["cancel.gone"]
        service.sweep("send")
        assert texted_to(service) == []

    def test_tells_of_another_day(self, phone: Dialler, service: Service) -> None:
        book(service)
        phone.dial()
        assert steps(phone.key("4", "1")) == ["reschedule.to_when"]
        phone.key("1")
        service.sweep("send")
        assert [steps(text) for text in texted_to(service)] == [["reschedule.moved"]]

    def test_leaves_by_no_gateway_that_is_only_dialled(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        phone.key("98", "1")
        m = outbound_messages.c
        query = sa.select(m.gateway_id).where(m.intent_key.like("texted:%"))
        with service.engine.connect() as db:
            assert db.execute(query).scalar_one() != phone.gateway.id


class TestATurn:
    def test_that_comes_again_gets_the_page_it_got(self, phone: Dialler, service: Service) -> None:
        first = phone.dial()
        pages = [first, *(phone.key(text) for text in ("3", "1", "1", NAME, "98", "00"))]
        heard = count(service, inbound_messages)
        again = [phone.again("1", turn=turn) for turn in range(1, 8)]
        assert [page.text for page in again] == pages
        assert all(page.goes_on for page in again)
        assert count(service, inbound_messages) == heard
        assert asked(service) == ("book", "consent")

    def test_that_ended_the_session_ends_it_again_and_books_once(
        self, phone: Dialler, service: Service
    ) -> None:
        to_consent(phone)
        phone.key("98", "1")
        assert phone.again("1") == phone.page
        assert count(service, bookings) == 1

    def test_of_another_session_is_another(self, phone: Dialler, service: Service) -> None:
        other = Dialler(service)
        phone.dial()
        phone.key("3")
        other.dial()
        assert steps(phone.again("3").text) == [WHERE]

    def test_that_failed_is_kept_and_apologised_for_and_nothing_is_lost(
        self, phone: Dialler, service: Service
    ) -> None:
        phone.dial()
        phone.key("3", "1")
        call = Dial(phone.session, phone.turn + 1, RESIDENT.phone, "1", phone.gateway)
        with service.runtime.transaction(nudge=False) as db:
            page = apologise(db, call, service.runtime.house)
        assert (steps(page.text), page.goes_on) == (["fault.sorry"], False)
        assert phone.again("1", turn=phone.turn + 1) == page
        assert phone.dial() == RESUME
        assert steps(phone.key("1")) == [OPENINGS]


def test_who_is_erased_leaves_no_session(phone: Dialler, service: Service) -> None:
    phone.dial()
    contact = contact_of(service)
    with service.engine.begin() as db:
        assert erase(db, contact.id, official_id=None, now=service.clock.now())
    assert count(service, ussd_sessions) == 0


class TestWhatIsDialled:
    @pytest.mark.parametrize("text", ["*123#", "", "*123", "123"[:0], "*123*#"])
    def test_the_code_alone_opens_the_menu(self, phone: Dialler, text: str) -> None:
        assert steps(phone.dial(text)) == [MENU]

    @pytest.mark.parametrize(
        ("text", "step"), [("*123*3#", WHERE), ("*123*3*1#", OPENINGS), ("3", WHERE), ("3*1", OPENINGS)]
    )
    def test_what_stands_behind_it_chooses_at_once(self, phone: Dialler, text: str, step: str) -> None:
        assert steps(phone.dial(text)) == [step]

    def test_what_is_no_choice_is_asked_again(self, phone: Dialler, service: Service) -> None:
        phone.dial("*123*99*1#")
        assert (asked(service), phone.page.goes_on) == (("menu", "menu"), True)

    def test_nothing_is_chosen_over_what_is_open(self, phone: Dialler, service: Service) -> None:
        to_consent(phone)
        assert phone.dial("*123*1#") == RESUME
        assert asked(service) == ("book", "consent")
