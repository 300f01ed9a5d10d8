"""What came of a booked person: the states, the moves between them that are allowed, and why somebody is sent away."""

from enum import StrEnum


class Outcome(StrEnum):
    """How it went with one person at one opening. Who was not marked has none."""

    CAME = "came"
    ABSENT = "absent"
    # The dossier for level 2 was taken; the result is told within working days (`outcomes.WORKING_DAYS`).
    TAKEN = "taken"
    TAKEN_WITH_CARD = "taken_with_card"
    SENT_AWAY = "sent_away"
    # She was told that the account is there; it is to be activated.
    NOTICED = "noticed"
    ACTIVATED = "activated"


class Reason(StrEnum):
    """Why somebody who came could not be served."""

    NO_CARD = "no_card"
    SIM_NOT_OWN = "sim_not_own"
    KIT_BROKEN = "kit_broken"
    TOO_MANY = "too_many"
    OTHER = "other"


TAKEN = frozenset({Outcome.TAKEN, Outcome.TAKEN_WITH_CARD})
"""A result is waited for."""

_ON_THE_SPOT = frozenset(
    {Outcome.TAKEN, Outcome.TAKEN_WITH_CARD, Outcome.SENT_AWAY, Outcome.NOTICED, Outcome.ACTIVATED}
)

ALLOWED: dict[Outcome | None, frozenset[Outcome]] = {
    None: _ON_THE_SPOT | {Outcome.CAME, Outcome.ABSENT},
    Outcome.CAME: _ON_THE_SPOT,
    # She came late after all, or with the card that she had left at home.
    Outcome.ABSENT: _ON_THE_SPOT | {Outcome.CAME},
    Outcome.SENT_AWAY: _ON_THE_SPOT - {Outcome.SENT_AWAY} | {Outcome.CAME},
    Outcome.TAKEN: frozenset({Outcome.NOTICED, Outcome.ACTIVATED}),
    Outcome.TAKEN_WITH_CARD: frozenset({Outcome.NOTICED, Outcome.ACTIVATED}),
    Outcome.NOTICED: frozenset({Outcome.ACTIVATED}),
    Outcome.ACTIVATED: frozenset(),
}
"""Where each leads; anything else is a slip, and taken back on the day on which it was made."""
