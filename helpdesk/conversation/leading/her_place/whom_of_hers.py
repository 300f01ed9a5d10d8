"""Whom of those she has booked a wish is about: "xóa tên Hồ Thị Bé" and "chị Bé đổi sang thứ 4" concern one, not all."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.clock import local_date
from helpdesk.conversation.actions.her_place.spoken_of import persons_named
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, SINCE
from helpdesk.conversation.understanding.bookings.which_booked import KEPT_SAID
from helpdesk.conversation.understanding.people.left_out import CLAUSES
from helpdesk.conversation.understanding.people.who_goes_who_stays import who_goes_who_stays
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.understand import (
    CODE_SAID,
    DAY_SAID,
    PART_SAID,
    PEOPLE_SAID,
    Understood,
)
from helpdesk.text.folding import matching_key

_MOVES = re.compile(r"\b(?:doi|chuyen|doi lich|move|change)\b.*\b(?:sang|qua|toi|den|vao|lai|to)\b")
_LETS_GO = re.compile(
    r"\b(?:cho|de|xin)(?: [a-z]+){1,4}? (?:di|den|len|sang|qua|lam)\b.*\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|tuan|ngay|mai|mot|[0-9]{1,2} [0-9]{1,2})\b"
)
"""On another day, in other words: "cho chị ấy sang thứ 6", "để bà đi thứ 6"."""
_BOOKS = re.compile(r"\b(?:dat|dk|dky|dang ky|ghi|them|book)\b")
_CANCELS = re.compile(r"\b(?:huy|cancel)\b")
_TAKES_OFF = re.compile(
    r"(?:(?:a|u|da|thoi|vay|the|o|can bo|nho|xin|cho|toi|tui|em|con|giup|lam on) )*(?:bo|bot|rut|gach|loai|xoa|(?:dung|khong|ko|khoi) (?:them|ghi|dat))"
    r"(?: (?:bot|ten|giup|di|cho|ra|nua))* (?!them\b)"
)
"""In words that name somebody behind them: "bỏ ông A đi", "rút tên Y Tư", "thôi đừng thêm Y Tư nữa"."""
_TO_CANCEL = re.compile(r"(?:(?:a|u|da|thoi|xin|cho|nho|toi|tui|em|con|giup|can bo) )*(?:huy|cancel)\b")
_CHANGES = re.compile(r"\b(?:doi|chuyen|move|change)\b")
_CALLED = re.compile(
    r"\b(?P<kin>chi|anh|ong|ba|co|chu|bac|em|chau|con|me|mu|bo|vo|chong|ten|cho|cua|thang|be|o|di|cau|mo|thim|duong|cu) (?=(?P<name>[a-z]+)\b)"
)
"""Somebody by her last name only: "chị Bé", "tên Bé", "cho Bé"."""

_LINKS = frozenset({"va", "voi", "and"})
_AND = re.compile(
    r"[a-z]+(?P<too>(?: (?:va|voi|and) (?:(?:chi|anh|ong|ba|co|chu|bac|em|chau|con|me|mu|thang|be|o) )?[a-z]+\b)*)"
)

_NO_SHORT_NAME = frozenset({"sang", "mai", "toi", "nay", "hom", "thu", "chieu"})
"""Names that stand behind such a word in other meanings, too: "đổi chỗ sang thứ 4", "em tới"."""

_NUMERALS = frozenset({"hai", "ba", "tu", "nam", "sau", "bay", "tam"})


def whom_of_hers(scene: Scene, text: str, understood: Understood, state: State | None) -> Understood:
    """What was understood, about those of her bookings or of the waiting list who are named in it, if that is so.

    Whoever wants a name deleted that is booked wants to cancel it: she is asked. Looked up only where a text may be
    about somebody; whatever it was understood as remains where nobody of hers is named. `state` is what it was said to.
    """
    key = matching_key(text)
    intent = _concerning_somebody(text, key, understood, state)
    if understood.answer is not None or intent not in ("erase", "cancel", "reschedule") or " " not in key:
        return understood
    if {CODE_SAID, KEPT_SAID} & understood.facts.keys():
        return understood
    if _TAKES_OFF.match(key) and _is_father(text):
        return understood
    named = [[one.name, one.birth_year] for one in _read(scene, text).people]
    booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    people = [[one.name, one.birth_year] for booking in booked for one in booking.people]
    going, staying = who_goes_who_stays(text, [str(name) for name, _ in people])
    if PEOPLE_SAID in understood.facts:
        # "Hủy Y Tư, Hồ Pa": nobody of them is lost unsaid.
        names = {matching_key(str(people[at][0])) for at in going}
        wishes = _CANCELS.search(key) or _CHANGES.search(key) or _TAKES_OFF.match(key)
        more = wishes and not staying and len(names) > len(understood.facts[PEOPLE_SAID])
        whom = {PEOPLE_SAID: [people[at] for at in going]} if more else {}
        return replace(understood, facts={**understood.facts, **whom})
    found = [one for one in named if any(persons_named(booking, [one]) for booking in booked)]
    found = found or list(_by_whole_name(key, booked)) or list(_by_last_name(key, booked))
    found = found or list(_taken_off(key, booked))
    if staying or len(going) > len(found):
        found = [people[at] for at in going]
    said = understood.facts
    if staying and not found and intent == "cancel":
        return Understood(intent="cancel", facts={KEPT_SAID: [people[at] for at in staying]})
    if found:
        day, part = said.get(DAY_SAID) or said.get(DAY), said.get(PART_SAID) or said.get(PART)
        told = ((DAY_SAID, day), (PART_SAID, part), (SINCE, said.get(SINCE)))
        when = {name: value for name, value in told if value}
        moved_to: Mapping[str, Any] = when if intent == "reschedule" else {}
        wish = "cancel" if intent == "erase" else intent
        return Understood(intent=wish, facts={PEOPLE_SAID: found, **moved_to})
    if intent == "erase" and named and _waits(scene, named):
        return replace(understood, intent="cancel", facts={})
    return understood


_DROPPED = re.compile(r"\b[a-z]+ thi (?:huy|bo|thoi|nghi)(?: (?:di|nhe|nha|a|luon|giup|ra))*$")
"""Somebody named before it: "anh Bơi thì hủy"."""


def _concerning_somebody(text: str, key: str, understood: Understood, state: State | None) -> str | None:
    """The topic, where a name decides whether it is one: "đổi cho Bé sang thứ 6" is read as a booking without it, and
    "Hồ Thị B chuyển sang bản Tuộc" as a question when a team comes there."""
    in_booking = state is not None and state.flow == BOOKS
    clauses = [matching_key(clause) for clause in CLAUSES.split(text)]
    takes_off = any(_TAKES_OFF.match(clause) or _DROPPED.search(clause) for clause in clauses)
    if not in_booking and understood.intent in (None, "cancel", "erase") and takes_off:
        return "cancel"
    if not in_booking and understood.intent != "reschedule" and _TAKES_OFF.match(key):
        return "cancel"
    moves = _MOVES.search(key) or (_LETS_GO.search(key) and not _BOOKS.search(key))
    if not in_booking and understood.intent in (None, "book", "visit_when") and moves:
        return "reschedule"
    in_doubt = "cancel" in understood.doubt or _TO_CANCEL.match(key)
    if not in_booking and understood.intent is None and in_doubt and _CANCELS.search(key):
        return "cancel"
    if (
        not in_booking
        and understood.intent is None
        and "reschedule" in understood.doubt
        and _CHANGES.search(key)
    ):
        return "reschedule"
    if "erase" in understood.doubt:
        return "erase"
    return understood.intent


def _read(scene: Scene, text: str) -> Reading:
    return read(text, today=local_date(scene.now), places=())


def _by_whole_name(key: str, booked: list[Booking]) -> Iterator[list[Any]]:
    """Those whose name stands in the text as it was booked, whatever stands beside it: "hồ thị b đổi sang thứ 6"."""
    for person in (person for booking in booked for person in booking.people):
        name = matching_key(person.name)
        if " " in name and f" {name} " in f" {key} ":
            namesakes = sum(matching_key(one.name) == name for booking in booked for one in booking.people)
            # Of two with one name it is the one whose year she says, or not clear who.
            said = namesakes == 1 or str(person.birth_year) in key.split()
            yield [person.name, person.birth_year if said else None]


def _by_last_name(key: str, booked: list[Booking]) -> Iterator[list[Any]]:
    """Those who are booked by the last of their names, behind a word for a person."""
    called = {matching_key(person.name).split()[-1] for booking in booked for person in booking.people}
    for found in _CALLED.finditer(key):
        name, kin = found["name"], found["kin"]
        if name in _NO_SHORT_NAME or (name in _NUMERALS and kin in ("cho", "con", "cua")):
            continue
        if name not in called:
            continue
        yield [name.capitalize(), None]
        # "Cho A và C": whoever is linked to her is meant as well.
        linked = _AND.match(key[found.end() :])
        for too in linked["too"].split() if linked is not None else ():
            if too in called and too not in _LINKS:
                yield [too.capitalize(), None]


def _is_father(text: str) -> bool:
    """Whether "bo" is the father, spelt with its accent."""
    return "bố" in unicodedata.normalize("NFC", text).casefold().split()


_BEHIND = re.compile(r"(?: (?:ra|di|nhe|nha|a|khoi|giup|nua|thoi|ten|danh sach))+$")


def _taken_off(key: str, booked: list[Booking]) -> Iterator[list[Any]]:
    """Who is called by her last name and nothing else behind "bỏ": Mai there is no tomorrow."""
    taken = _TAKES_OFF.match(key)
    name = _BEHIND.sub("", key[taken.end() :]) if taken is not None else ""
    for person in (person for booking in booked for person in booking.people):
        if matching_key(person.name).split()[-1] == name:
            yield [name.capitalize(), None]
            return


def _waits(scene: Scene, named: list[list[Any]]) -> bool:
    said = {matching_key(name) for name, _year in named}
    waiting = waits_of(scene.db, scene.contact.id, now=scene.now)
    return any(matching_key(name) in said for wait in waiting for name, _year in wait.people)
