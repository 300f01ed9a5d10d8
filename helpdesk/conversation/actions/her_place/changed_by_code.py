"""That somebody who knows its code changes a booking of another phone: whoever made it is told when the turn is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.persons import own_phones
from helpdesk.conversation.house import Scene
from helpdesk.conversation.telling.changed_by_others import (
    Change,
    News,
    hold_circle,
    news_of_move,
    together,
    untold,
)


@dataclass
class Watched:
    """A booking while it is changed; `moved` is where all of them, or some, are now, where they were moved."""

    before: Booking
    moved: Booking | None = None


@contextmanager
def watched(scene: Scene, before: Booking) -> Iterator[Watched]:
    """Around what changes a booking: what it did to another phone's is told there, once; to one's own, nothing is.

    Whoever made it is held before the booking, as everywhere. The phone that changes it is sent no news of that.
    """
    watch = Watched(before)
    if before.contact_id == scene.contact.id:
        yield watch
        return
    hold_circle(scene.db, before)
    earlier = untold(scene.db, before.id)
    yield watch
    for booking_id in {before.id, *([watch.moved.id] if watch.moved else [])}:
        own_phones.knows(scene.db, booking_id, scene.contact.address, now=scene.now)
    if before.contact_id is not None:
        scene.for_others += _news(scene, watch, earlier)


def _news(scene: Scene, watch: Watched, earlier: list[Change]) -> list[News]:
    before, moved = watch.before, watch.moved
    if moved is not None:
        return news_of_move(before, moved, earlier, by_code=True)
    left = live_by_id(scene.db, [before.id]).get(before.id)
    there = {person.id for person in left.people} if left else set()
    gone = tuple(person.id for person in before.people if person.id not in there)
    if gone:
        return [News(before, together([*earlier, Change(gone=gone, by_code=True)]))]
    joined = left is not None and left.party > before.party
    return [News(left, together(earlier))] if left is not None and joined and earlier else []
