"""helpdesk/conversation/turn.py: one text, one answer, once, in turn, whatever fails."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import bookings, openings, reminders
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.tables import consents, contacts, persons
from helpdesk.store.removal import remove
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import (
    NAME,
    asked,
    book,
    bookings_of,
    choose,
    contact_of,
    conversation,
    count,
    everything,
    say,
    steps,
)
from tests.support.at_once import at_once
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.one_database import on_sqlite
from tests.support.recount import miscounted
from tests.support.service import Service


@contextmanager
def _without(service: Service, table: sa.Table) -> Iterator[None]:
    """A table is gone, and comes back empty."""
    with service.engine.begin() as db:
        table.drop(db)
    yield
    with service.engine.begin() as db:
        table.create(db)


def test_the_same_message_again_gets_the_same_answer_and_does_nothing_twice(service: Service) -> None:
    choose(service)
    first = service.text(RESIDENT.phone, "1", message_id="SM1")
    before = everything(service)
    say(service, "menu")
    assert service.text(RESIDENT.phone, "1", message_id="SM1") == first
    assert asked(service) == ("menu", "menu"), "nor does it move the conversation"
    assert count(service, bookings) == count(service, consents) == 1
    assert service.text(RESIDENT.phone, "khac han", message_id="SM1") == first
    assert len(before.splitlines()) == len(everything(service).splitlines()) - 2, "but for the menu"


def test_one_message_delivered_to_several_threads_is_taken_once(service: Service) -> None:
    choose(service)
    answers = at_once(4, lambda _number: service.text(RESIDENT.phone, "1", message_id="SM1"))
    assert answers == [answers[0]] * 4
    assert steps(answers[0][0]) == ["book.booked"]
    assert count(service, bookings) == count(service, consents) == 1
    with service.engine.connect() as db:
        assert miscounted(db) == []


def test_silence_is_repeated_as_silence(service: Service) -> None:
    say(service, "TC")
    assert service.text(RESIDENT.phone, "???", message_id="SM1") == []
    assert service.text(RESIDENT.phone, "???", message_id="SM1") == []


def test_texts_of_one_phone_at_once_are_taken_in_turn(service: Service) -> None:
    """Each "1" leads one step on from the menu to a question that it chooses from; none is taken twice or lost."""
    say(service, "menu", who=PROXY)
    one_by_one = [say(service, "1", who=PROXY) for _ in range(7)]
    say(service, "menu")
    at_the_same_time = at_once(7, lambda _number: say(service, "1"))
    assert sorted(at_the_same_time) == sorted(one_by_one)
    assert asked(service) == asked(service, PROXY) == ("book", "which_opening")


def test_the_first_texts_of_a_phone_make_one_contact(service: Service) -> None:
    at_once(5, lambda _number: say(service, "chao"))
    assert count(service, contacts) == 1
    assert count(service, inbound_messages) == count(service, outbound_messages) == 5


def test_the_last_places_go_to_as_many_as_there_are(service: Service) -> None:
    phones = [Someone(f"Hồ Văn {n}", f"+8491234567{n}") for n in range(6)]
    for who in phones:
        choose(service, who=who, names="Ho Van A 1985, Ho Thi B 1990")
    with service.engine.begin() as db:
        db.execute(openings.update().values(capacity=5))
    answers = at_once(6, lambda number: say(service, "1", who=phones[number]))
    spoken = sorted(steps(answer)[0] for answer in answers)
    assert spoken == ["book.booked"] * 2 + ["book.full"] * 4
    with service.engine.connect() as db:
        assert miscounted(db) == []


def test_a_fault_costs_neither_the_message_nor_what_she_said_before(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    question = choose(service)
    before = conversation(service)
    with _without(service, reminders), caplog.at_level(logging.ERROR):
        assert steps(say(service, "1")) == ["fault.sorry"]
        assert bookings_of(service) == []
        assert count(service, persons) == count(service, consents) == 0
        assert conversation(service) == before
        with service.engine.connect() as db:
            assert miscounted(db) == []
    logged = "\n".join(caplog.handler.format(record) for record in caplog.records)
    assert "reminders" in logged, "whoever runs it learns why"
    assert RESIDENT.phone not in logged
    assert "Mai" not in logged
    assert steps(say(service, "1")) == ["book.booked"]
    with service.engine.connect() as db:
        texts = db.execute(sa.select(inbound_messages.c.text, inbound_messages.c.understood))
        assert [tuple(row) for row in texts][-2:] == [("1", "fault"), ("1", "answer:choice")]
        assert db.execute(sa.select(consents.c.wording)).scalars().all() == [question]


def test_a_message_whose_turn_failed_is_answered_alike_when_it_comes_again(service: Service) -> None:
    choose(service)
    with _without(service, reminders):
        first = service.text(RESIDENT.phone, "1", message_id="SM1")
    assert service.text(RESIDENT.phone, "1", message_id="SM1") == first
    assert bookings_of(service) == []


def test_where_not_even_an_apology_can_be_kept_the_provider_is_told_to_try_again(service: Service) -> None:
    say(service, "chao")
    fields = {"id": "SM1", "from": RESIDENT.phone, "to": "8888", "text": "3"}
    with service.engine.begin() as db:
        db.execute(sa.text("ALTER TABLE outbound_messages RENAME TO elsewhere"))
    assert service.client.post("/channels/simulator", data=fields).status_code == 500
    with service.engine.begin() as db:
        db.execute(sa.text("ALTER TABLE elsewhere RENAME TO outbound_messages"))
    assert count(service, inbound_messages) == 1, "what was not answered was not taken"
    (answer,) = service.text(RESIDENT.phone, "3", message_id="SM1")
    assert steps(answer) == ["book.where"]


def test_an_answer_is_given_even_where_ids_of_removed_messages_are_used_again(service: Service) -> None:
    say(service, "chao")
    contact = contact_of(service)
    with service.engine.begin() as db:
        remove(db, inbound_messages, inbound_messages.c.contact_id == contact.id)
    assert say(service, "menu") != ""


@pytest.mark.parametrize("number", ["045154001234", "045 154 001 234", "0451.5400.1234"])
def test_an_identity_number_is_kept_nowhere_whatever_was_asked(service: Service, number: str) -> None:
    say(service, number, f"so the {number}", "menu", number)
    say(service, "gap can bo", f"The cua toi so {number} bao gio co?")
    asked_for = choose(service, names=f"Ho Thi Mai 1954 {number}")
    told = say(service, number, "1")
    say(service, "HUY", number, "1")
    say(service, "goi lai", number)
    kept = everything(service)
    assert "The cua toi so" in kept, "what she asked is kept, without the number"
    for text in (kept, asked_for, told):
        assert "045154001234" not in "".join(letter for letter in text if letter.isalnum())
    assert count(service, tickets) == 2


def test_a_booking_code_shows_that_booking(service: Service) -> None:
    book(service, opening=1)
    second = book(service, opening=3, names="Ho Van Ba 1960")
    shown = say(service, second.code)
    assert steps(shown) == ["my_booking.show"]
    assert second.code in shown
    question = say(service, "2")
    assert steps(question) == ["cancel.sure"]
    assert "thu hai 7/12" in question, "what is chosen then is about that booking"


def test_a_code_of_another_phone_shows_nothing_before_a_birth_year_is_known(service: Service) -> None:
    book(service)
    other = book(service, who=PROXY, opening=3)
    shown = say(service, other.code)
    assert asked(service) == ("my_booking", "which_year")
    assert other.code not in shown


def test_huy_in_mid_booking_means_cancelling_a_booking(service: Service) -> None:
    book(service)
    choose(service, opening=3, names="Ho Van Ba 1960")
    assert steps(say(service, "HUY")) == ["left_undone.not_booked", "cancel.sure"]
    assert steps(say(service, "1")) == ["cancel.gone"]
    assert bookings_of(service) == []


@on_sqlite
@pytest.mark.parametrize("name", ["Huy", "Ho Van Huy 1985", "Mai", "Ho Thi Hen 1990"])
def test_a_name_among_names_is_not_a_command(service: Service, name: str) -> None:
    named = f"{name}, {NAME}"
    assert steps(say(service, "DAT", "1", "1", named)) == ["book.consent"]
    assert asked(service) == ("book", "consent")


def test_what_nobody_understands_gets_a_short_menu_and_then_a_person(service: Service) -> None:
    spoken = [steps(say(service, text)) for text in ("xyz abc", "xyz abc", "co")]
    assert spoken == [["unknown.short_menu"], ["stuck.offer"], ["callback.noted"]]
    assert count(service, tickets) == 1


def test_an_aside_is_answered_and_the_question_asked_again(service: Service) -> None:
    question = choose(service)
    told = say(service, "mang theo gi")
    assert steps(told) == ["bring.list", "book.consent"]
    assert len(told) < len(question) + 100, "more briefly: what was told and the question are two segments"
    assert steps(say(service, "1")) == ["book.booked"]


def test_nobody_answers_the_question_that_another_phone_was_asked(service: Service) -> None:
    choose(service)
    assert steps(say(service, "1", who=PROXY)) == ["which_topic.nothing_asked"]
    assert bookings_of(service) == bookings_of(service, PROXY) == []


def test_a_topic_named_at_last_is_answered_and_not_asked_for_again(service: Service) -> None:
    assert steps(say(service, "toi muon huy hay doi ngay")) == ["which_topic.which"]
    assert steps(say(service, "mang theo gi")) == ["bring.list"]
    assert asked(service) is None
