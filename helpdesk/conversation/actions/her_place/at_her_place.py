"""Where and when a resident has her place, told to her when she stands there, or at another one."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.states import OpeningState
from helpdesk.clock import at_local, local_date
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene


def where_hers_is(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Her next place, or one of today that is over, `hers`; `called_off` where its day is; `none` where she has none."""
    db, own = scene.db, scene.contact.id
    midnight = at_local(local_date(scene.now), time.min)
    found = live_bookings_of(db, own, now=scene.now) or live_bookings_of(db, own, now=midnight)
    if not found:
        return Happened("none")
    stands = found[0].opening.state is not OpeningState.CANCELLED
    return Happened("hers", booking_facts(found[0])) if stands else Happened("called_off")
