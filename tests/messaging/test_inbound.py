"""helpdesk/messaging/inbound.py."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import DeliveryStatus, FoundMessage
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.looking_up import look_up_due
from helpdesk.messaging.delivery.sending import Post
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.inbound import MAX_STORED, Incoming, StoredAlready, last_gateway, replies_to
from helpdesk.messaging.outbox import HANDED_OVER_PATIENCE, post
from helpdesk.messaging.states import Outcome, State
from helpdesk.messaging.tables import inbound_messages
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.scripted_channel import ScriptedChannel


@pytest.fixture
def fields(database: sa.Engine, way: Gateway, clock: FixedClock) -> dict[str, Any]:
    """A text of the resident."""
    with database.begin() as db:
        contact = builders.contact(db, now=clock.now())
    return {
        "channel": "twilio",
        "provider_id": "SM1",
        "gateway_id": way.id,
        "contact_id": contact.id,
        "commune_id": None,
        "text": "chao",
        "received_at": clock.now(),
    }


def store(db: sa.Connection, **fields: Any) -> int:
    """Store a message of its own with these fields; its row."""
    return Incoming(**fields).stored(db)


def test_a_message_is_kept_once(database: sa.Engine, fields: dict[str, Any]) -> None:
    with database.begin() as db:
        incoming = Incoming(**fields)
        first = incoming.stored(db)
        assert incoming.stored(db) == first
        assert (
            len(
                {
                    first,
                    store(db, **{**fields, "channel": "android"}),
                    store(db, **{**fields, "provider_id": "SM2"}),
                }
            )
            == 3
        )
        with pytest.raises(StoredAlready):
            store(db, **{**fields, "text": "khac"})
        texts = db.execute(sa.select(inbound_messages.c.text).where(inbound_messages.c.id == first))
        assert texts.scalar() == "chao"


def test_a_message_delivered_to_several_threads_is_kept_once(
    database: sa.Engine, fields: dict[str, Any]
) -> None:
    def keep(_number: int) -> int | None:
        with database.begin() as db:
            try:
                return store(db, **fields)
            except StoredAlready:
                return None

    assert len([kept for kept in at_once(6, keep) if kept is not None]) == 1


def test_the_answers_to_a_message_are_found_again_in_order(
    database: sa.Engine, way: Gateway, fields: dict[str, Any], clock: FixedClock
) -> None:
    with database.begin() as db:
        inbound_id = store(db, **fields)
        drafts = [builders.draft(way, text, due_at=clock.now()) for text in ("mot", "hai")]
        given = [
            replace(draft, in_reply_to=inbound_id, contact_id=fields["contact_id"], handed_over=True)
            for draft in drafts
        ]
        said = [post(db, draft, now=clock.now()) for draft in given]
        post(db, builders.draft(way, "khac", due_at=clock.now()), now=clock.now())
        assert replies_to(db, channel="twilio", provider_id="SM1") == [(said[0], "mot"), (said[1], "hai")]
        assert replies_to(db, channel="android", provider_id="SM1") == []


def handed_over(db: sa.Connection, way: Gateway, fields: dict[str, Any], *, now: datetime) -> int:
    """A text, and its answer, which the provider got on the wire; the answer's id."""
    answer = replace(
        builders.draft(way, due_at=now),
        in_reply_to=store(db, **fields),
        contact_id=fields["contact_id"],
        handed_over=True,
    )
    message_id = post(db, answer, now=now)
    assert message_id is not None
    return message_id


def test_an_answer_that_is_on_its_way_by_itself_is_not_handed_over_again(
    database: sa.Engine, way: Gateway, fields: dict[str, Any], clock: FixedClock
) -> None:
    with database.begin() as db:
        said = handed_over(db, way, fields, now=clock.now())
        assert settle(db, said, State.QUEUED, now=clock.now())
        assert replies_to(db, channel="twilio", provider_id="SM1") == []


def test_an_answer_that_a_look_up_found_with_the_provider_is_not_handed_over_again(
    database: sa.Engine, way: Gateway, fields: dict[str, Any], clock: FixedClock
) -> None:
    with database.begin() as db:
        handed_over(db, way, fields, now=clock.now())
    clock.advance(HANDED_OVER_PATIENCE)
    provider = ScriptedChannel(found=[FoundMessage("SM9", DeliveryStatus.SENT)])
    over = Post({"twilio": provider}, lambda _channel, _id: None, lambda _claimed, _result: None)
    assert dict(look_up_due(database, over, clock=clock)) == {"found": 1}
    with database.begin() as db:
        assert replies_to(db, channel="twilio", provider_id="SM1") == []


def test_a_text_without_end_is_cut(database: sa.Engine, fields: dict[str, Any]) -> None:
    with database.begin() as db:
        store(db, **{**fields, "text": "a" * 5000})
        assert len(str(db.execute(sa.select(inbound_messages.c.text)).scalar())) == MAX_STORED


@pytest.mark.parametrize("early", [False, True], ids=["with it", "after something named it"])
def test_what_was_made_of_a_message_is_noted_with_it(
    database: sa.Engine, fields: dict[str, Any], early: bool
) -> None:
    with database.begin() as db:
        first, second = Incoming(**fields), store(db, **{**fields, "provider_id": "SM2"})
        if early:
            first.stored(db)
        first.note(db, "greeting", outcome=Outcome.UNDERSTOOD)
        rows = db.execute(sa.select(inbound_messages.c.id, inbound_messages.c.understood))
        assert sorted(tuple(row) for row in rows) == sorted([(first.id, "greeting"), (second, None)])


def test_a_contact_is_reached_the_way_she_last_came(
    database: sa.Engine, fields: dict[str, Any], clock: FixedClock
) -> None:
    with database.begin() as db:
        other_way = builders.gateway(db, "simulator", address="8888")
        assert last_gateway(db, fields["contact_id"]) is None
        store(db, **fields)
        store(db, **{**fields, "channel": "simulator", "gateway_id": other_way.id})
        proxy = builders.contact(db, builders.PROXY, now=clock.now())
        store(db, **{**fields, "provider_id": "SM3", "contact_id": proxy.id})
        assert last_gateway(db, fields["contact_id"]) == other_way.id
