"""What was said between one phone and us, as a phone shows it."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging import gateways, inbound
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.thread import thread
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT, Someone


def heard(db: sa.Connection, text: str, *, clock: FixedClock, who: Someone = RESIDENT) -> int:
    """Keep a text from someone; its id."""
    gateways.ensure(db, channel="simulator", address="8888")
    (gateway,) = gateways.active(db)
    contact = builders.contact(db, who, now=clock.now())
    return inbound.Incoming(
        channel="simulator",
        provider_id=f"{who.phone} {text}",
        gateway_id=gateway.id,
        contact_id=contact.id,
        commune_id=None,
        text=text,
        received_at=clock.now(),
    ).stored(db)


def told(
    db: sa.Connection, text: str, *, clock: FixedClock, answers: int | None = None, who: Someone = RESIDENT
) -> None:
    """Write a text to someone: an answer, or a reminder where it answers nothing."""
    (gateway,) = gateways.active(db)
    draft = Draft(
        intent_key=f"{who.phone} {text}",
        kind=Kind.REMINDER if answers is None else Kind.REPLY,
        gateway_id=gateway.id,
        recipient=who.phone,
        text=text,
        due_at=clock.now(),
        in_reply_to=answers,
        handed_over=answers is not None,
    )
    assert post(db, draft, now=clock.now()) is not None


def test_texts_stand_in_the_order_in_which_they_were_said(db: sa.Connection, clock: FixedClock) -> None:
    first = heard(db, "menu", clock=clock)
    told(db, "1 Cac buoc", clock=clock, answers=first)
    clock.advance(timedelta(days=1))
    told(db, "Mai ba con co hen", clock=clock)
    clock.advance(timedelta(hours=1))
    heard(db, "1", clock=clock)
    said = thread(db, RESIDENT.phone, at_most=10)
    assert [(one.text, one.ours) for one in said] == [
        ("menu", False),
        ("1 Cac buoc", True),
        ("Mai ba con co hen", True),
        ("1", False),
    ]


def test_what_was_said_in_one_moment_keeps_question_and_answer_together(
    db: sa.Connection, clock: FixedClock
) -> None:
    first, second = heard(db, "menu", clock=clock), heard(db, "mang gi", clock=clock)
    told(db, "Nhac hen", clock=clock)
    told(db, "The can cuoc", clock=clock, answers=second)
    told(db, "1 Cac buoc", clock=clock, answers=first)
    said = [one.text for one in thread(db, RESIDENT.phone, at_most=10)]
    assert said == ["menu", "1 Cac buoc", "mang gi", "The can cuoc", "Nhac hen"]


def test_each_text_says_its_encoding_segments_and_how_far_it_is(db: sa.Connection, clock: FixedClock) -> None:
    first = heard(db, "mục lục", clock=clock)
    told(db, "a" * 161, clock=clock, answers=first)
    told(db, "Nhac hen", clock=clock)
    assert [(one.encoding, one.segments, one.state) for one in thread(db, RESIDENT.phone, at_most=10)] == [
        ("UCS-2", 1, None),
        ("GSM-7", 2, State.HANDED_OVER),
        ("GSM-7", 1, State.QUEUED),
    ]


def test_another_phone_has_its_own_thread(db: sa.Connection, clock: FixedClock) -> None:
    heard(db, "menu", clock=clock)
    told(db, "Nhac hen", clock=clock, who=PROXY)
    assert [one.text for one in thread(db, RESIDENT.phone, at_most=10)] == ["menu"]
    assert [one.text for one in thread(db, PROXY.phone, at_most=10)] == ["Nhac hen"]


def test_of_a_long_thread_the_last_texts_are_shown(db: sa.Connection, clock: FixedClock) -> None:
    for number in range(5):
        clock.advance(timedelta(minutes=1))
        told(db, f"answer {number}", clock=clock, answers=heard(db, f"text {number}", clock=clock))
    assert [one.text for one in thread(db, RESIDENT.phone, at_most=3)] == ["answer 3", "text 4", "answer 4"]
