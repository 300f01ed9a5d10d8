"""Somebody has died: her place is asked about, and nothing cheerful is said; of all others whom to ask about what they leave.

The living are mourned by nobody: what the words of a death are stands in `grave/death.py`.
"""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.grave.death import somebody_has_died
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.matters.beyond_us import of_other_offices
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID
from helpdesk.text.folding import matching_key

CANCELS, OF_THE_DEAD = "cancel", "of_the_dead"
"""Flows: a place that is cancelled, which is asked about; whom to ask about what the dead leave."""

HEARD_ON_THAT = frozenset(
    {"cancel", "reschedule", "book", "opt_out", "erase", "sim_own_name", "change_number", "shared_number"}
)
"""Wishes and questions that stand beside a death: they are answered."""

WEAK = "elderly_home"
LONGEST_BESIDE_IT = 14
"""Words: in a longer text about somebody weak the death is told by the way."""

OF_WHAT_IS_LOST = frozenset(
    {"lost_phone", "no_card", "change_number", "sim_own_name", "card_expired", "card_place", "card_ready"}
)
"""Flows behind which "mẹ tôi mất rồi" says whose card it was."""
LONGEST_OF_A_CARD = 5

_OF_THEM = re.compile(
    r"\b(?:ong|ba|anh|chi|chong|vo|me|bo|cha)(?: (?:ay|do|ta|toi|tui))+\b|\bnguoi (?:mat|do|ay|chet|ta)\b|^(?:\w+ ){0,3}(?:khoa|xoa|huy|cat|tra|nop)(?: \w+){0,4}$"
)
"""What is asked further: of them, or whether something is to be closed."""
_A_TITLE = r"(?:ong|ba|anh|chi|chu|bac|co|em|chau|cu|mu|me|bo)"


def somebody_died(said: Said) -> Onward | None:
    """Her place is asked about; where nothing is asked, whom to ask about what they leave."""
    state = said.state
    if said.understood.answer is not None:
        return None
    if state is None or (state.flow in ASK_WHICH_FROM and not state.below):
        return _told_of_a_death(said)
    if state.flow not in (REMINDER, CANNOT_COME) or not _has_died(said):
        return None
    people = read(said.text, today=local_date(said.scene.now), places=()).people
    named = {PEOPLE_SAID: [[one.name, one.birth_year] for one in people]} if people else {}
    facts = {"booking_ids": state.answers.get("booking_ids", ()), **named}
    return Onward(Start(CANCELS, facts), anew=True)


def _has_died(said: Said) -> bool:
    """Whether the text says so; a name of hers stands for somebody of whom it may be said."""
    if somebody_has_died(said.text):
        return True
    if not re.search(r"\b(?:mat|chet|doi|tran|khuat|died|dead|away)\b", said.key):
        return False
    told = said.key
    names = [matching_key(one.name) for booking in said.hers for one in booking.people]
    names += [matching_key(name) for name, *_ in said.understood.facts.get(PEOPLE_SAID, ())]
    for name in names:
        short = rf"\b{_A_TITLE} (?:\w+ )?{name.split()[-1]}\b" if name else "(?!)"
        told = re.sub(rf"(?:\b{_A_TITLE} )?\b{name}\b|{short}", "ong ay", told)
    return told != said.key and somebody_has_died(told)


def _told_of_a_death(said: Said) -> Onward | None:
    """The place of who was booked is asked about; of all others what is known."""
    intent, hers = said.understood.intent, said.understood.facts.get(PEOPLE_SAID)
    died = _has_died(said)
    if died and hers:
        # "Ông Xi mất hôm qua" moves nobody.
        return Onward(Start(CANCELS, {PEOPLE_SAID: hers}), anew=True, noted_as=OF_THE_DEAD)
    if OF_THE_DEAD not in said.script.flows or intent in HEARD_ON_THAT:
        return None
    if not died:
        further = intent in (None, "account_locked", "human", "no_card") and _OF_THEM.search(said.key)
        return _tell() if further and f"{OF_THE_DEAD}.tell" in said.told else None
    if _by_the_way(said):
        return None
    return _of_who_was_booked(said) or _tell()


def _by_the_way(said: Said) -> bool:
    """Whether it is told beside what she asks, or "mất" is said of the card that was spoken of."""
    long = len(said.key.split())
    if said.understood.intent == WEAK and long > LONGEST_BESIDE_IT:
        return True
    if long <= LONGEST_OF_A_CARD and not OF_WHAT_IS_LOST.isdisjoint(said.told_of):
        return True
    return of_other_offices(said.key)


def _tell() -> Onward:
    return Onward(Start(OF_THE_DEAD), anew=True, noted_as=OF_THE_DEAD)


def _of_who_was_booked(said: Said) -> Onward | None:
    """Whether the place of one whom she names and has booked is given up; None where she names nobody of them."""
    for booking in said.hers:
        named = [
            [one.name, one.birth_year]
            for one in booking.people
            if re.search(rf"\b{matching_key(one.name)}\b", said.key)
        ]
        if named:
            facts = {"booking_ids": [booking.id], PEOPLE_SAID: named}
            return Onward(Start(CANCELS, facts), anew=True, noted_as=OF_THE_DEAD)
    return None
