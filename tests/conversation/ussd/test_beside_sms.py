"""A session beside texts: one question is open, whichever way it was asked."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.messaging.tables import outbound_messages
from tests.conversation.talk import asked, book, bookings_of, contact_of, say, steps
from tests.conversation.ussd.dialling import Dialler
from tests.support.service import Service

NAME = "Ho Thi Mai 1954"
RESUME = "Tiep tuc?\n1 Co\n2 Lam lai"
MENU, WHERE, OPENINGS, WHO = "menu.menu", "book.where", "book.which_opening", "book.who"


class TestBesideSms:
    def test_a_question_asked_by_sms_is_gone_on_with(self, phone: Dialler, service: Service) -> None:
        say(service, "DAT", "1")
        assert phone.dial() == RESUME
        assert steps(phone.key("1")) == [OPENINGS]
        assert steps(phone.key("2")) == [WHO]
        assert asked(service) == ("book", "who")

    def test_a_reminder_that_comes_while_she_keys_in_takes_no_answer_of_the_screen(
        self, phone: Dialler, service: Service
    ) -> None:
        booked = book(service)
        phone.dial()
        phone.key("3", "1")
        service.clock.set(booked.opening.starts_at - timedelta(hours=19))
        assert service.sweep("remind") == 1
        assert asked(service) == ("reminder", "one")
        assert steps(phone.key("1")) == [WHO]
        (booking,) = bookings_of(service)
        assert booking.state.value == "booked"
        assert steps(phone.key("Ho Van Nam 1950")) == ["book.confirm"]
        # On a page both say the same: what to bring comes by SMS.
        assert steps(phone.key("1")) == ["book.booked|book.booked_case"]
        assert steps(phone.key("98")) == ["reminder.one|reminder.one_case"]
        assert (asked(service), phone.page.goes_on) == (("reminder", "one"), True)

    def test_what_was_answered_by_sms_meanwhile_is_shown_as_it_is_now(
        self, phone: Dialler, service: Service
    ) -> None:
        phone.dial()
        phone.key("3", "1")
        assert steps(say(service, "2")) == [WHO]
        assert steps(phone.key("1")) == [WHO]
        assert phone.page.goes_on

    def test_what_was_finished_by_sms_meanwhile_leaves_the_menu(
        self, phone: Dialler, service: Service
    ) -> None:
        phone.dial()
        phone.key("3", "1")
        say(service, "2", NAME, "1")
        assert steps(phone.key("1")) == [MENU]

    def test_turned_pages_are_no_flood_of_texts(self, phone: Dialler, service: Service) -> None:
        phone.dial()
        for _ in range(60):
            phone.key("98")
        assert steps(say(service, "menu")) == [MENU]

    def test_what_we_start_goes_the_way_she_texted_not_the_way_she_dialled(
        self, phone: Dialler, service: Service
    ) -> None:
        booked = book(service)
        phone.dial()
        service.clock.set(booked.opening.starts_at - timedelta(hours=19))
        service.sweep("remind")
        m = outbound_messages.c
        query = sa.select(m.gateway_id).where(m.kind == "reminder", m.contact_id == contact_of(service).id)
        with service.engine.connect() as db:
            assert db.execute(query).scalar_one() == service.runtime.gateway("simulator", "").id
