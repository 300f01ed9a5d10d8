"""Who books for others the place and the day that she has herself: "cho mẹ tôi nữa, cùng ngày với tôi", "cùng buổi đó luôn"."""

import re
from dataclasses import replace

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import DAY, PLACE
from helpdesk.conversation.understanding.understand import Understood

_AS_HERS = re.compile(
    r"\bcung(?: (?:mot|1|chung))? (?:buoi|ngay|hom|bua|lich|luc|cho|noi)\b|\b(?:nhu|giong)(?: (?:buoi|ngay|cho|lich))? (?:cua )?(?:toi|tui|em|minh)\b"
    r"|\b(?:buoi|ngay|hom|lich) (?:cua )?(?:toi|tui|em|minh) (?:da )?(?:dat|hen)\b|\b(?:the )?same (?:day|date|place|time)\b"
)


def with_her_own_day(spoken: Spoken, understood: Understood, state: State | None) -> Understood:
    """The booking with the place and the day of the one that she has, where she says the same and has one only; of
    several days at one place, the place."""
    if _AS_HERS.search(spoken.key) is None or {DAY, PLACE} <= understood.facts.keys():
        return understood
    making = state is not None and state.flow == BOOKS
    answer = understood.answer
    named = making and answer is not None and answer.outcome == "named"
    nothing_else = making and answer is None and understood.intent is None
    if not (understood.intent == BOOKS or named or nothing_else):
        return understood
    scene = spoken.scene
    hers = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    places = {one.opening.place_id for one in hers}
    days = {one.opening.day for one in hers}
    if len(places) != 1:
        return understood
    # Of several days she chooses, at the place that is hers.
    known = {PLACE: places.pop(), **({DAY: days.pop().isoformat()} if len(days) == 1 else {})}
    if named and answer is not None:
        return replace(understood, answer=replace(answer, facts={**known, **answer.facts}))
    return Understood(intent=BOOKS, facts={**known, **understood.facts})
