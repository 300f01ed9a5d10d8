"""Actions for a code that is texted from another phone than the booking was made from."""

import re
from collections.abc import Mapping
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.codes import is_code
from helpdesk.booking.last_booking import had_code
from helpdesk.booking.persons.code_access import open_by_code
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.actions.her_place.reachable import OPENED, reachable
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.conversation.understanding.understand import CODE_SAID

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

YEAR_SAID = "year_said"


def whose_code(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether a code was said that is none of this phone's: `other` is asked for a birth year, `opened` brought one.
    What was opened once in this conversation is `hers` until its end.

    Whether there is such a code is not looked at before the year is known.
    """
    said = str(answers.get(CODE_SAID) or "").split()
    code = said[0] if said else ""
    if not is_code(code):
        return Happened("hers")
    hers = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    if any(one.code == code for one in (*hers, *reachable(scene, answers, answers.get(OPENED) or ()))):
        return Happened("hers", {CODE_SAID: code})
    if "booking_id" in answers or had_code(scene.db, scene.contact.id, code):
        return Happened("hers", {CODE_SAID: code})  # it is over, and that is what she is told
    if len(said) > 1:
        return check_code(scene, {**answers, YEAR_SAID: said[1]})
    return Happened("other", {CODE_SAID: code})


def check_code(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The booking with the code and somebody born in the year she says; `unknown` says nothing about the code.

    `kept`: she says no instead of a year.
    """
    if yes_or_no(str(answers.get(YEAR_SAID) or "")) is False:
        return Happened("kept")
    code = str(answers.get(CODE_SAID) or "").split()[:1]
    year = _YEAR.search(str(answers.get(YEAR_SAID) or ""))
    if not code or year is None:
        return Happened("unknown", lasting=True)
    found = open_by_code(scene.db, code[0], int(year[0]), contact_id=scene.contact.id, now=scene.now)
    if found is None:
        return Happened("unknown", lasting=True)
    return Happened(
        "opened", {**booking_facts(found), CODE_SAID: found.code, OPENED: [found.id]}, lasting=True
    )
