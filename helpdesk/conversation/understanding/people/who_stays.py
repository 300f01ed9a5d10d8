"""Who of those named for a booking is left: "chỉ đặt cho Hồ Thị Cố thôi", "chỉ một người thôi"."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.bookings.one_text import FORGET, PEOPLE, PERSONS
from helpdesk.conversation.understanding.people.persons_chosen import fitting
from helpdesk.text.folding import matching_key

Facts = dict[str, Any]

_ONLY = re.compile(
    r"(?:(?:a|u|da|oi|o|khong|ko|thoi|gio|bay|nay|vay|sorry|no) )*(?P<only>chi|rieng|only|just)"
    r"(?P<does>(?: (?:can|muon|xin|dat|dk|dang|ky|ghi|giu|lay|de|cho|rieng|minh|co|con|moi|book|for|keep|ten|nguoi|ong|ba|anh|em|me|con))*)"
    r" (?P<who>.+?)(?P<over>(?: (?:thoi|duoc roi|la duoc|la du|di|nhe|nha|a|ah|ma|only|please))*)"
)
_SO_MANY = re.compile(
    r"(?:(?:a|u|da|oi|o|khong|ko|thoi|gio|chi|co|con|dat|cho|ghi|lay|can|moi|only|just|for) )*"
    r"(?P<many>1|2|3|4|5|6|7|8|9|mot|hai|ba|bon|nam|sau|bay|tam|chin|one|two|three)(?: minh)?"
    r" (?:nguoi|ng|dua|suat|cho|person|people)(?P<over>(?: (?:thoi|duoc roi|la duoc|la du|nhe|nha|a|ah|ma|only))+)"
)
_MANY = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_MANY |= {"one": 1, "two": 2, "three": 3}
_MYSELF = frozenset(
    {"toi", "tui", "minh", "minh toi", "mot minh", "mot minh toi", "me", "myself", "em", "con"}
)
_PARTS = re.compile(r" (?:va|voi|and) ")
_YEAR = re.compile(r" ?(?:sn |sinh )?(?:nam )?(?:19|20)[0-9]{2}\b")


def who_stays(text: str, answers: Mapping[str, Any]) -> Facts | None:
    """Facts to be `joined`: those who stay, or all forgotten, so that she is asked, where it is not said who that is.

    None where nobody is left out by it, and where "chi" may be an elder sister: "chi ho thi co".
    """
    people = answers.get(PEOPLE) or ()
    if not isinstance(people, Sequence) or not people:
        return None
    key = matching_key(text)
    many = _SO_MANY.fullmatch(key)
    if many is not None:
        return _so_many(_MANY.get(many["many"]) or int(many["many"]), people, answers)
    only = _ONLY.fullmatch(key)
    if only is None or len(people) == 1 or not _is_only(text, only):
        return None
    if only["who"] in _MYSELF:
        return {FORGET: [PEOPLE, PERSONS]}
    named = [_whose(part, people) for part in _PARTS.split(_YEAR.sub("", only["who"]))]
    stays = {at for at in named if at is not None}
    if len(stays) < len(named) or len(stays) == len(people):
        return None
    return {FORGET: [PEOPLE, PERSONS], PEOPLE: [list(people[at]) for at in sorted(stays)]}


def _so_many(many: int, people: Sequence[Any], answers: Mapping[str, Any]) -> Facts | None:
    """Fewer than are named: who, is asked. As many: she had spoken of more, and these are all."""
    if many < len(people):
        return {FORGET: [PEOPLE, PERSONS]}
    return {FORGET: [PERSONS]} if many == len(people) and answers.get(PERSONS, 0) > many else None


def _is_only(text: str, said: re.Match[str]) -> bool:
    """Whether it says "chỉ", and calls nobody "chị"."""
    spelt = unicodedata.normalize("NFC", text).casefold().split()
    if said["only"] != "chi" or "chỉ" in spelt:
        return True
    return "chị" not in spelt and bool(said["over"] or said["does"])


def _whose(name: str, people: Sequence[Sequence[Any]]) -> int | None:
    keys = [matching_key(str(one[0])) for one in people]
    same = [at for at, key in enumerate(keys) if key == name] or fitting(set(name.split()), keys)
    return same[0] if len(same) == 1 else None
