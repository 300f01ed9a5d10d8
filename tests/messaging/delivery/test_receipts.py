"""helpdesk/messaging/delivery/receipts.py: in any order, late, twice."""

from itertools import permutations

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import DeliveryStatus, Receipt
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.receipts import take
from helpdesk.messaging.states import ALLOWED, State
from helpdesk.messaging.tables import outbound_messages, receipts
from tests.messaging.conftest import Stored, Write
from tests.support.at_once import at_once

SENT, DELIVERED, FAILED = DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.FAILED

ORDERS = [order for count in (1, 2, 3) for order in permutations((SENT, DELIVERED, FAILED), count)]


def _receipt(status: DeliveryStatus, *, ref: str | None = None, provider_id: str = "SM1") -> Receipt:
    code = "30005" if status is FAILED else None
    return Receipt(provider_id, status, code, ref, provider_status=status.value)


def _take(database: sa.Engine, receipt: Receipt, clock: FixedClock, *, channel: str = "twilio") -> bool:
    with database.begin() as db:
        return take(db, receipt, channel=channel, now=clock.now())


def _put(database: sa.Engine, state: State, *, message_id: int, **values: object) -> None:
    with database.begin() as db:
        one = outbound_messages.c.id == message_id
        db.execute(outbound_messages.update().where(one).values(state=state.value, **values))


def _kept(database: sa.Engine) -> list[tuple[str, str, int | None]]:
    r = receipts.c
    with database.connect() as db:
        query = sa.select(r.provider_id, r.status, r.message_id).order_by(r.id)
        return [(row.provider_id, row.status, row.message_id) for row in db.execute(query)]


@pytest.mark.parametrize("start", [State.HANDED_OVER, State.SENDING, State.SENT, State.UNCERTAIN])
def test_whatever_the_order_the_end_is_right(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, start: State
) -> None:
    """What reached the phone is the truth; of the rest, that it failed; else that it was sent."""
    for number, order in enumerate(ORDERS):
        message_id = write()
        _put(database, start, message_id=message_id)
        told = [_receipt(status, ref=str(message_id), provider_id=f"SM{number}") for status in order]
        assert [_take(database, receipt, clock) for receipt in told] == [True] * len(told), order
        row = stored(message_id)
        state = "delivered" if DELIVERED in order else "failed" if FAILED in order else "sent"
        assert (row.state, row.code) == (state, "30005" if state == "failed" else None), order
        assert row.provider_id == (None if (start, order) == (State.SENT, (SENT,)) else f"SM{number}"), order
        kept = [(f"SM{number}", status.value, message_id) for status in order]
        assert _kept(database)[-len(order) :] == kept, order
        assert [_take(database, receipt, clock) for receipt in told] == [False] * len(told), "told again"
        assert stored(message_id) == row


@pytest.mark.parametrize(("status", "state"), [(SENT, "sent"), (DELIVERED, "delivered"), (FAILED, "queued")])
def test_a_message_about_to_be_tried_again_is_not_once_it_is_known_to_have_left(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, status: DeliveryStatus, state: str
) -> None:
    message_id = write()
    _take(database, _receipt(status, ref=str(message_id)), clock)
    assert stored(message_id).state == state


@pytest.mark.parametrize("status", list(DeliveryStatus))
def test_what_was_dropped_stays_dropped(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, status: DeliveryStatus
) -> None:
    message_id = write()
    _put(database, State.DROPPED, message_id=message_id)
    _take(database, _receipt(status, ref=str(message_id)), clock)
    assert stored(message_id).state == "dropped"


def test_that_the_provider_took_it_changes_nothing(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(handed_over=True)
    assert _take(database, _receipt(DeliveryStatus.ACCEPTED, ref=str(message_id)), clock)
    assert stored(message_id).state == "handed_over"


def test_a_message_is_found_by_the_providers_id_where_ours_did_not_come_back(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()
    _put(database, State.SENT, message_id=message_id, provider_id="SM1")
    assert _take(database, _receipt(DELIVERED), clock)
    assert stored(message_id).state == "delivered"


def test_a_receipt_of_a_message_we_do_not_know_is_kept(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(handed_over=True)
    refs = (None, "", "999", "-1", "1; --", "9" * 30, "٣")
    told = [_receipt(DELIVERED, ref=ref, provider_id=f"SM{number}") for number, ref in enumerate(refs)]
    assert [_take(database, receipt, clock) for receipt in told] == [True] * len(refs)
    assert _kept(database) == [(receipt.provider_id, "delivered", None) for receipt in told]
    assert stored(message_id).state == "handed_over"


@pytest.mark.parametrize("by", ["our id", "the provider's id"])
def test_a_receipt_of_another_channel_does_not_settle_ours(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, by: str
) -> None:
    message_id = write()
    _put(database, State.SENT, message_id=message_id, provider_id="SM1")
    receipt = _receipt(FAILED, ref=str(message_id) if by == "our id" else None)
    assert _take(database, receipt, clock, channel="android")
    assert stored(message_id).state == "sent"
    assert _kept(database) == [("SM1", "failed", None)]
    assert _take(database, receipt, clock), "the same words of two providers are two receipts"


def test_one_receipt_delivered_to_several_threads_is_taken_once(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(handed_over=True)
    receipt = _receipt(DELIVERED, ref=str(message_id))
    assert sorted(at_once(6, lambda _n: _take(database, receipt, clock))) == [False] * 5 + [True]
    assert stored(message_id).state == "delivered"


def test_different_receipts_at_once_end_in_the_truth(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(handed_over=True)
    all_three = [_receipt(status, ref=str(message_id)) for status in (SENT, DELIVERED, FAILED)]
    assert at_once(3, lambda number: _take(database, all_three[number], clock)) == [True] * 3
    assert stored(message_id).state == "delivered"


def test_what_is_over_stays_over() -> None:
    assert {state for state, moves in ALLOWED.items() if not moves} == {State.DELIVERED, State.DROPPED}
    assert set(ALLOWED) == set(State)
