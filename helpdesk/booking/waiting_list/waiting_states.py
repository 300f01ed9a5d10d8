"""The states of somebody who waits for a place and of what she is offered, and the moves that are allowed."""

from enum import StrEnum


class WaitState(StrEnum):
    """Where somebody who waits is."""

    WAITING = "waiting"
    # Places are held for her; she has not answered yet.
    OFFERED = "offered"
    BOOKED = "booked"
    # She wants it no more, or an official took her off the list.
    LEFT = "left"
    # She let offers go by. A late yes still books, while there are places.
    PASSED = "passed"
    # What she waited for has begun.
    EXPIRED = "expired"


class OfferState(StrEnum):
    """What became of places that were held for somebody."""

    HELD = "held"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Nobody answered in time.
    LAPSED = "lapsed"
    # It is no longer ours to give, or she cannot be told: called off, begun, opted out, taken off the list.
    WITHDRAWN = "withdrawn"


ON_THE_LIST = (WaitState.WAITING.value, WaitState.OFFERED.value)
"""Who is in one of these is on the list."""

ALLOWED_WAITS: dict[WaitState, frozenset[WaitState]] = {
    WaitState.WAITING: frozenset(
        {WaitState.OFFERED, WaitState.BOOKED, WaitState.LEFT, WaitState.PASSED, WaitState.EXPIRED}
    ),
    WaitState.OFFERED: frozenset(
        {WaitState.WAITING, WaitState.BOOKED, WaitState.LEFT, WaitState.PASSED, WaitState.EXPIRED}
    ),
    # Left where her booking, for which she waited, has gone elsewhere.
    WaitState.PASSED: frozenset({WaitState.BOOKED, WaitState.LEFT}),
    WaitState.BOOKED: frozenset(),
    WaitState.LEFT: frozenset(),
    WaitState.EXPIRED: frozenset(),
}

ALLOWED_OFFERS: dict[OfferState, frozenset[OfferState]] = {
    OfferState.HELD: frozenset(
        {OfferState.ACCEPTED, OfferState.DECLINED, OfferState.LAPSED, OfferState.WITHDRAWN}
    ),
    OfferState.ACCEPTED: frozenset(),
    OfferState.DECLINED: frozenset(),
    OfferState.LAPSED: frozenset(),
    # Called off and held after all, or she could not be told: it may be made once more.
    OfferState.WITHDRAWN: frozenset({OfferState.HELD}),
}


def waits_that_may(become: WaitState) -> list[str]:
    """The states from which a wait may move there; what a conditional update asks for."""
    return [state.value for state, targets in ALLOWED_WAITS.items() if become in targets]


def offers_that_may(become: OfferState) -> list[str]:
    """The same for offers."""
    return [state.value for state, targets in ALLOWED_OFFERS.items() if become in targets]
