"""Texts are kept three days without a consent, and as long as is set with one."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people import consents
from helpdesk.people.contacts import meet
from helpdesk.retention.limits import Limits
from helpdesk.retention.texts import forget_due
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.service import Service

KEPT = Limits(kept=timedelta(days=30))


def heard_and_told(service: Service, who: Someone) -> tuple[list[str], list[str]]:
    """What is still kept of a phone's texts and of our answers."""
    with service.engine.connect() as db:
        contact_id = meet(db, who.phone, now=service.clock.now()).id
        texts = [
            db.execute(sa.select(table.c.text).where(table.c.contact_id == contact_id).order_by(table.c.id))
            for table in (inbound_messages, outbound_messages)
        ]
        heard, told = (list(found.scalars()) for found in texts)
    return heard, told


def forget(service: Service, *, at_most: int = 100) -> int:
    with service.engine.begin() as db:
        return forget_due(db, now=service.clock.now(), limits=KEPT, at_most=at_most)


def agree(service: Service, who: Someone, *, now: datetime) -> None:
    with service.engine.begin() as db:
        contact_id = meet(db, who.phone, now=now).id
        consents.give(db, contact_id=contact_id, wording="-", inbound_id=None, now=now)


def settle(service: Service, state: State) -> None:
    with service.engine.begin() as db:
        db.execute(outbound_messages.update().values(state=state.value))


def test_texts_without_a_consent_are_emptied_after_three_days(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    settle(service, State.DELIVERED)
    service.clock.advance(timedelta(days=3) - timedelta(seconds=1))
    assert forget(service) == 0
    service.clock.advance(timedelta(seconds=1))
    assert forget(service) == 2
    assert heard_and_told(service, RESIDENT) == ([""], [""])
    assert forget(service) == 0, "once"


def test_with_a_consent_they_are_kept_for_as_long_as_is_set(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    settle(service, State.DELIVERED)
    agree(service, RESIDENT, now=service.clock.now())
    kept = heard_and_told(service, RESIDENT)
    service.clock.advance(timedelta(days=29))
    forget(service)
    assert heard_and_told(service, RESIDENT) == kept
    assert kept[0] == ["menu"]
    service.clock.advance(timedelta(days=1))
    forget(service)
    assert heard_and_told(service, RESIDENT) == ([""], [""])


def test_a_text_that_is_still_on_its_way_keeps_its_words(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    settle(service, State.UNCERTAIN)
    service.clock.advance(timedelta(days=4))
    forget(service)
    heard, told = heard_and_told(service, RESIDENT)
    assert (heard, bool(told[0])) == ([""], True)
    settle(service, State.FAILED)
    service.clock.advance(timedelta(days=1))
    forget(service)
    assert heard_and_told(service, RESIDENT) == ([""], [""])


def test_so_many_at_a_time_and_the_longest_due_first(service: Service, clock: FixedClock) -> None:
    service.text(RESIDENT.phone, "menu")
    clock.advance(timedelta(hours=1))
    service.text(PROXY.phone, "menu")
    settle(service, State.DELIVERED)
    clock.advance(timedelta(days=4))
    assert forget(service, at_most=1) == 2
    assert heard_and_told(service, RESIDENT) == ([""], [""])
    assert heard_and_told(service, PROXY)[0] == ["menu"]
