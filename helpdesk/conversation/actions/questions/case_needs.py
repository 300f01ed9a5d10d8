"""What she answered on the way through the steps, as what she comes for and needs when she books afterwards.

Nothing is asked for it. Her answers are about one person, so they are noted only where one person is booked.
"""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.conversation.actions.questions.own_case import (
    ADULT,
    CARD,
    CHILD,
    EXPIRED,
    NONE,
    SIM,
    SMARTPHONE,
    VALID,
    WHO,
    YES,
)

Answers = Mapping[str, Any]

TO_ACTIVATE = "to_activate"
"""The answer that is there where help with the activation is what they book for."""


def service_of(answers: Answers) -> Service | None:
    """Level 2 together with a card, where hers has expired or there is none; None where nothing is known."""
    if answers.get(WHO) == CHILD:
        without = answers.get(CARD) not in (None, VALID)
    else:
        without = answers.get(CARD) in (EXPIRED, NONE)
    return Service.LEVEL2_CARD if without and _one_person(answers) else None


def needs_of_case(answers: Answers) -> dict[int, tuple[Need, ...]]:
    """What the one person booked needs; nobody's where several are booked, but a lent phone where all want to activate."""
    if answers.get(TO_ACTIVATE):
        return dict.fromkeys(range(len(answers["people"])), (Need.LENT_PHONE,))
    if not _one_person(answers):
        return {}
    needs = []
    # A child uses the parent's phone and number.
    if answers.get(WHO) == ADULT and answers.get(SMARTPHONE) not in (None, YES):
        needs.append(Need.LENT_PHONE)
    if answers.get(WHO) in (ADULT, CHILD) and answers.get(SIM) not in (None, YES):
        needs.append(Need.OWN_SIM)
    return {0: tuple(needs)} if needs else {}


def _one_person(answers: Answers) -> bool:
    return len(answers.get("people") or ()) == 1
