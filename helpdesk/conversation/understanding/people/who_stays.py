"""Who of those named for a booking is left: "chỉ đặt cho Hồ Thị Cố thôi", "chỉ một người thôi"."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.bookings.absence import cannot_come
from helpdesk.conversation.understanding.bookings.one_text import FORGET, PEOPLE, PERSONS, RELATIONS
from helpdesk.conversation.understanding.people.persons_chosen import fitting
from helpdesk.text.folding import matching_key
from helpdesk.text.people.kin_words import SELF

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
_AGREES = r"(?:(?:a|u|uh|da|vang|oi|o|ok|oke|dong y|duoc|roi|thoi|khong|ko|chi|moi|co|dat|dk|ghi|cho|rieng|lam|di|vay|gio|thi|can) )*"
_ONLY_ME = re.compile(
    rf"{_AGREES}(?:mot )?minh (?:toi|tui|em|con|chau)(?: (?:di|thoi|lam|dat|nhe|nha|a|ah|duoc roi|la duoc|la du|dong y|ma))*(?: (?P<named>[a-z]+(?: [a-z]+){{0,3}}))?"
    rf"|{_AGREES}(?:mot minh|moi minh)(?: (?:di|thoi|nhe|nha|a))*"
    r"|(?:ok |yes )?(?:just|only) (?:me|myself)(?: please)?"
)
"""She alone: "một mình tôi thôi", "đồng ý mình tôi"; with her name behind it perhaps."""
_NOT_COMING = re.compile(r"\b(?:khong|ko|k|hong|chua) (?:di|den|lam|ra|len)\b|\bo nha\b|\bnghi\b")
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
    alone = _says_alone(text) if len(people) > 1 else None
    if alone is not None and (me := _herself(alone["named"], people, answers)) is not None:
        return {FORGET: [PEOPLE, PERSONS], **me}
    many = _SO_MANY.fullmatch(key)
    if many is not None:
        return _so_many(_MANY.get(many["many"]) or int(many["many"]), people, answers)
    only = _ONLY.fullmatch(key)
    if only is None or len(people) == 1 or not _is_only(text, only):
        return None
    if only["who"] in _MYSELF:
        return {FORGET: [PEOPLE, PERSONS], **(_herself(None, people, answers) or {})}
    named = [_whose(part, people) for part in _PARTS.split(_YEAR.sub("", only["who"]))]
    stays = {at for at in named if at is not None}
    if len(stays) < len(named) or len(stays) == len(people):
        return None
    return {FORGET: [PEOPLE, PERSONS], PEOPLE: [list(people[at]) for at in sorted(stays)]}


_HERSELF = re.compile(
    r"(?:(?:da|a|u|vang|thoi|ma|vay) )*chi (?:co )?(?:minh )?(?:toi|tui|em|con) (?:di|den|lam|ra|len)(?: (?:thoi|duoc|nhe|nha|a|lam))*"
)


def says_she_alone(text: str) -> bool:
    """Whether she says that she comes alone, and names nobody: "chỉ tôi đi thôi", "một mình tôi thôi"."""
    alone = _says_alone(text)
    return _HERSELF.fullmatch(matching_key(text)) is not None or (alone is not None and not alone["named"])


def _says_alone(text: str) -> re.Match[str] | None:
    """That she comes alone, also behind what keeps the others: "vợ tôi không đi, mình tôi thôi"."""
    *others, last = re.split(r"[,.;]+(?=.)", text.strip().rstrip(",.;!"))
    stay_away = all(cannot_come(matching_key(one)) or _NOT_COMING.search(matching_key(one)) for one in others)
    return _ONLY_ME.fullmatch(matching_key(last)) if stay_away else _ONLY_ME.fullmatch(matching_key(text))


def _herself(named: str | None, people: Sequence[Any], answers: Mapping[str, Any]) -> Facts | None:
    """Whoever writes, of those who are named: by the name she says, or as she said before; {} where she is to be asked who
    that is, None where she names nobody of them."""
    if named is not None:
        at = _whose(named, people)
        return None if at is None else {PEOPLE: [list(people[at])]}
    told = {matching_key(str(name)) for name, relation in answers.get(RELATIONS) or () if relation == SELF}
    hers = [list(one) for one in people if matching_key(str(one[0])) in told]
    return {PEOPLE: hers} if len(hers) == 1 else {}


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
