"""A yes that names a day: "đồng ý thứ 4" agrees where Wednesday is asked about, and asks for it where it is another day."""

import re
from datetime import date

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.conversation.understanding.answers.this_one import TAKE_IT
from helpdesk.conversation.understanding.bookings.one_text import (
    DAY,
    FORGET,
    NAMES_A_DAY,
    OPENING,
    PART,
    PEOPLE,
)
from helpdesk.conversation.understanding.understand import Question, Understood
from helpdesk.text.days.spoken_dates import find_when
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.tokens import tokens_of

_ENGLISH = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = r"(?:\bngay )?(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])"
_A_DAY = re.compile(rf"{_DATE}|{NAMES_A_DAY.pattern}|\b{_ENGLISH}\b", re.IGNORECASE)
_ONLY_A_WEEKDAY = re.compile(
    rf"(?:thu|t) ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|{_ENGLISH}", re.IGNORECASE
)


def signed_yes(text: str, question: Question) -> Understood | None:
    """The yes of who writes the name beside it: "đồng ý, Hồ Thị Bốn"; only where all who are booked for are named so."""
    people = question.answers.get(PEOPLE) or ()
    if not question.books or question.ask.expect != "yes_no" or not people:
        return None
    rest = f" {matching_key(text)} "
    for name, year in people:
        key = f" {matching_key(str(name))} "
        if key not in rest:
            return None
        rest = rest.replace(key, " ", 1).replace(f" {year} ", " ", 1)
    return Understood(answer=Heard("choice", 0)) if yes_or_no(rest.strip(), question.labels) is True else None


def yes_to_a_day(text: str, question: Question, *, today: date) -> Understood | None:
    """The yes, the other day, or that it is not to be this one; None for all else, and where no day of a booking is asked
    about.

    Where a day is taken, and nothing agreed to yet, its name alone does that. The day is read by itself: in "đồng ý thứ 4" without accents there is somebody called Y Thu.
    """
    asked = question.answers.get("when")
    if not question.books or question.ask.expect != "yes_no" or not isinstance(asked, dict):
        return None
    plain = fold(text)
    said = " ".join(found[0] for found in _A_DAY.finditer(plain))
    if not said:
        return None
    rest = _A_DAY.sub(" ", plain)
    takes = not matching_key(rest) and matching_key(question.labels[0]) in TAKE_IT
    agrees = True if takes else yes_or_no(rest, question.labels)
    day, offered = find_when(tokens_of(said), today=today, taken=set()).day, date.fromisoformat(asked["date"])
    if day is None or agrees is None:
        return None
    same = day == offered or (_ONLY_A_WEEKDAY.fullmatch(said) and day.weekday() == offered.weekday())
    if not same:
        return Understood(intent=BOOKS, facts={DAY: day.isoformat()}) if agrees else None
    if agrees:
        return Understood(answer=Heard("choice", 0))
    return (
        Understood(intent=BOOKS, facts={FORGET: [OPENING, DAY, PART]})
        if OPENING in question.answers
        else None
    )
