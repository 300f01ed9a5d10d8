"""What changes the booking that is being made: another day, other names, another place, somebody less."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from helpdesk.conversation.understanding.bookings.one_text import (
    DAY,
    FORGET,
    OPENING,
    PART,
    PEOPLE,
    PERSONS,
    PLACE,
    SINCE,
    UNCLEAR,
)
from helpdesk.conversation.understanding.people.names_put_right import is_slip, names_put_right
from helpdesk.conversation.understanding.people.who_stays import who_stays
from helpdesk.conversation.understanding.people.years_said import years_said
from helpdesk.conversation.understanding.reading import Reading
from helpdesk.text.days.spoken_dates import day_refused, find_when
from helpdesk.text.folding import matching_key
from helpdesk.text.tokens import tokens_of

Facts = dict[str, Any]

_CHANGE = (
    r"(?:doi|thay|chuyen|sua|chon|lay|dat|xin|ghi|viet|nhan)(?: (?:lai|sang|qua|cho|vao|giup|thanh|di))*"
)
_OTHER_DAY = re.compile(
    rf"\b{_CHANGE} (?:cai )?(?:ngay|buoi|hom|lich|bua|gio|thu|tuan)\b"
    r"|\b(?:ngay|buoi|hom|lich|bua|gio|tuan) khac\b|\b(?:another|different|other|change|wrong) (?:the )?(?:day|date|time)\b"
    r"|\b(?:sai|nham|lon|khong dung) (?:ngay|buoi|hom|gio|thu)\b|\b(?:ngay|buoi|hom|gio) (?:bi )?(?:sai|nham|khong dung)\b"
)
_OTHER_PLACE = re.compile(
    rf"\b{_CHANGE} (?:noi|dia diem|ban|trung tam|cho lam)\b|\b(?:noi|cho|ban|dia diem|trung tam) khac\b"
    r"|\b(?:sai|nham|khong dung) (?:noi|ban|dia diem|cho)\b|\b(?:another|different|other|change|wrong) (?:the )?(?:place|village)\b"
)
_KIN_OF_HERS = r"(?:vo|chong|me|bo|cha|ba|ong|con|chau|anh|chi|em)"
_OTHER_NAMES = re.compile(
    rf"\b{_CHANGE} (?:cai |ho )?(?:ten|nguoi|nam sinh|tuoi)\b"
    r"|\b(?:sai|nham|lon|khong dung|thieu dau) (?:ho |cai )?(?:ten|nguoi|nam sinh|tuoi)\b"
    r"|\b(?:ten|nguoi|nam sinh|tuoi)(?: (?:toi|con|chau|minh))? (?:bi |viet |ghi )?(?:sai|nham|khong dung|dung(?: phai)? la|la|phai la)\b"
    rf"|\b(?:doi|thay|chuyen|sua)(?: (?:sang|lai|thanh|qua))* cho {_KIN_OF_HERS}\b|^{_KIN_OF_HERS}(?: (?:toi|tui|em|con|minh))* chu (?:khong|ko) (?:phai )?(?:toi|tui|em|con|minh)\b"
    rf"|\b(?:khong|ko) (?:phai )?(?:cho )?(?:toi|tui|em|con|minh)(?: (?:ma|la|chu))+(?: cho)? {_KIN_OF_HERS}\b"
    r"|\b(?:sinh )?nam (?:19|20)[0-9]{2} (?:moi(?: la)? dung|chu (?:khong|ko)\b)|\bdung (?:ra )?(?:la )?(?:sinh nam|nam sinh)\b"
    r"|\b(?:wrong|change|correct|fix|other) (?:the |my )?(?:names?|person|birth year|year)\b"
)
_LESS = re.compile(
    r"^(?:bo|bot|tru|loai|gach|xoa|remove|without|khong co|khong dat cho)(?: (?:bot|ra|ten|ong|ba|anh|chi|chau|em|nguoi|di))* "
)
_LEFT_OUT = re.compile(
    r"(?: (?:bi|thi|lai|dang))*(?: (?:om|benh|ban|met|sot))*(?: roi)? (?:khong|ko|k|hk)(?: (?:di|den|lam))+(?: (?:duoc|nua|dau|a))*$"
    r"|(?: (?:bi|thi|lai|dang))* (?:om|benh|ban|sot)(?: (?:roi|qua|nang|a))*$"
)
"""Behind a name: "Hồ Văn A không đi nữa"."""
_MORE_PEOPLE = re.compile(
    r"\b(?:them|ghi them|con|add|and)(?: (?:cho|giup|toi|ten|duoc|dang ky))*"
    r" (?P<many>1|2|3|4|5|mot|hai|ba|bon|nam|one|two|three|another|my|a|vo|chong|me|bo|con|chau)\b(?: more)?"
    r"(?: (?:nguoi|dua|suat|con|chau|toi|tui|vo|chong|me|bo|em|person|people|wife|husband|son|daughter|child))*(?: (?:nua|too|more|a|nhe|voi|di))*$"
)
"""Somebody more who is not named yet: "thêm 1 người nữa", "thêm vợ tôi"; in a booking nobody means "còn hai ngày"."""
_ITS_AGE = re.compile(r" (?:da |duoc |nam nay )*[0-9]{1,3} tuoi$")
_COMES_TOO = re.compile(
    r"(?:(?:a|da|u|ok|vang|co|ca|va|voi|the|con|cho) )*(?:vo|chong|me|bo|cha|con|chau|em|anh|chi|ong|ba)"
    r"(?: (?:toi|tui|em|con|minh|chau|trai|gai|noi|ngoai|no|cua|ay|nha))* (?:cung|nua)(?: (?:muon|di|lam|dat|den|len|voi|luon|nua|muc 2|a|nhe|nha|thi|sao|duoc|khong))*"
)
"""The same: "chồng tôi cũng đi"."""
_MANY = {"2": 2, "hai": 2, "two": 2, "3": 3, "ba": 3, "three": 3, "4": 4, "bon": 4, "5": 5, "nam": 5}
_BEHIND_THE_LESS = re.compile(r"(?: (?:ra|di|khoi|thoi|nhe|giup|nua|danh sach))+$")
_NOT_SO = re.compile(
    r"^(?:(?:a|da|u|oi|o) )*(?:khong phai|khong dung|nham|lon|sai|ghi nham|viet nham|no|sorry|wrong)(?: roi)? "
)
"""Before a name put right: "không phải, Hồ Văn Ngõi 1982"."""
_ABOUT_PAPERS = re.compile(
    r"\b(?:can cuoc|cccd|cmnd|giay|khai sinh|ho so|vneid|tai khoan|mat khau|sim|so dien thoai|(?:tren|lam|cai) the|id card|account)\b"
)
"""What is wrong there is no slip of the booking: "sai tên trên thẻ căn cước"."""
_YEAR = re.compile(r"\b(?:19[0-9]{2}|20[0-2][0-9])\b")

_AROUND_A_DAY = frozenset(
    [
        "duoc",
        "dc",
        "khong",
        "ko",
        "k",
        "kg",
        "co",
        "thi",
        "sao",
        "doi",
        "sang",
        "qua",
        "chuyen",
        "lai",
        "di",
        "nhe",
        "nha",
        "a",
        "ah",
        "o",
        "ngay",
        "buoi",
        "hom",
        "luc",
        "vao",
        "da",
        "toi",
        "minh",
        "em",
        "con",
        "chau",
        "muon",
        "xin",
        "cho",
        "giup",
        "ranh",
        "hay",
        "tot",
        "hon",
        "tien",
        "neu",
        "dat",
        "lam",
        "can",
        "ok",
        "oke",
        "con",
        "cho",
        "trong",
        "thoi",
        "nay",
        "kia",
        "the",
        "voi",
        "oi",
        "va",
        "u",
        "uh",
        "is",
        "ok",
        "on",
        "at",
        "can",
        "i",
        "we",
        "instead",
        "what",
        "about",
        "how",
        "please",
        "may",
        "the",
        "for",
        "me",
        "it",
        "to",
        "book",
        "in",
        "not",
        "this",
        "wait",
        "sorry",
        "no",
        "mean",
        "come",
        "phai",
        "ma",
        "moi",
        "dung",
        "nham",
        "roi",
        "den",
        "len",
        *(
            "tu",
            "nua",
            "de",
            "chu",
            "luon",
            "nhung",
            "dong",
            "y",
            "vang",
            "nhat",
            "tri",
            "bo",
            "but",
            "agree",
            "yes",
        ),
    ]
)
"""Words around a day that is asked for: "thứ 6 được không", "hôm đó bận, sang thứ 6 nhé" has one too many."""


_ONE_BUT = re.compile(r"^\W*(?:(?:so|chon) )?1\W+(?=(?:nhưng|nhung|mà|ma|but)\b)", re.IGNORECASE)
"""A choice with a day beside it, that is not chosen so: "1 nhưng ngày 9/12"."""


def takes_back(key: str) -> bool:
    """Whether a text (its matching key) begins by saying that what was said before is wrong: "nhầm, Hồ Thị C"."""
    return _NOT_SO.match(key) is not None


def correction(text: str, reading: Reading, answers: Mapping[str, Any], *, today: date) -> Facts | None:
    """What a text that does not answer the question changes of the booking that has these answers so far.

    Facts to be `joined`, FORGET naming what of it is asked anew; None where it changes nothing. What is not spoken of
    stays as it is.
    """
    key = matching_key(text)
    if _ABOUT_PAPERS.search(key):
        return None
    less = said_of_people(text, answers, this_year=today.year) or _without_somebody(key, reading, answers)
    if less is not None:
        return less
    more = more_people(key) if answers.get(PEOPLE) and not reading.people else None
    if more is not None:
        # How many are spoken of by then: their names are asked for, and nobody is booked without one.
        return {PERSONS: max(len(answers[PEOPLE]), answers.get(PERSONS, 0)) + more}
    if _OTHER_NAMES.search(key):
        return _other_names(key, reading, answers)
    if _NOT_SO.search(key) and reading.people and answers.get(PEOPLE):
        return _rather(key, reading, answers)
    refused = day_refused(text, today=today)
    said = {} if refused else _place_and_day(reading)
    if DAY not in said and not refused and reading.part_of_day and (answers.get(DAY) or answers.get(OPENING)):
        said[PART] = reading.part_of_day
    if _OTHER_DAY.search(key) or (reading.intent == "reschedule" and reading.sure):
        return said if said else _another_day(reading)
    if _OTHER_PLACE.search(key):
        return said if PLACE in said else {**said, FORGET: [PLACE, OPENING]}
    return said if said.keys() & {DAY, PART} and _only_a_day(text, today) else None


def said_of_people(text: str, answers: Mapping[str, Any], *, this_year: int) -> Facts | None:
    """What a text changes of the people of a booking that names nobody more: who of them stays, when they were born, or
    how one of them is called."""
    return (
        who_stays(text, answers)
        or years_said(text, answers, this_year=this_year)
        or names_put_right(text, answers, this_year=this_year)
    )


def _another_day(reading: Reading) -> Facts:
    """Another day that she has not said, or not so that it could be found in the calendar."""
    since: Facts = {SINCE: reading.since.isoformat()} if reading.since is not None else {}
    return {FORGET: [OPENING, DAY, PART], **since} | ({UNCLEAR: True} if reading.unclear_day else {})


def more_people(key: str) -> int | None:
    """How many more are to come, named or not: "thêm 1 người nữa"; None where nothing is said of that."""
    key = _ITS_AGE.sub("", key)
    said = _MORE_PEOPLE.search(key)
    if said is None and _COMES_TOO.fullmatch(key):
        return 1
    return _MANY.get(said["many"], 1) if said else None


def _place_and_day(reading: Reading) -> Facts:
    said: Facts = {}
    if reading.place is not None:
        said[PLACE] = reading.place.id
    if reading.date is not None:
        said[DAY] = reading.date.isoformat()
        said |= {PART: reading.part_of_day} if reading.part_of_day else {}
    return said


def _only_a_day(text: str, today: date) -> bool:
    """Whether nothing but a day is said or asked for: "mai tôi trả lời" is no wish for tomorrow."""
    tokens = tokens_of(_ONE_BUT.sub("", text))
    when = find_when(tokens, today=today, taken=set())
    return all(
        token.key in _AROUND_A_DAY for at, token in enumerate(tokens) if at not in when.at and token.key
    )


def _other_names(key: str, reading: Reading, answers: Mapping[str, Any]) -> Facts:
    """The names put right; all of them asked for once more where it is not clear whose is meant."""
    before: list[list[Any]] = [list(one) for one in answers.get(PEOPLE) or ()]
    said = [[person.name, person.birth_year] for person in reading.people]
    if said_first := not before and said:
        return {PEOPLE: said_first}  # "Tên tôi là Y Nương" of whom nobody has been named before
    years = [year for year in _YEAR.findall(key) if len(before) != 1 or year != str(before[0][1])]
    if not said and len(before) == 1 and len(years) == 1:
        return {FORGET: [PEOPLE], PEOPLE: [[before[0][0], int(years[0])]]}
    put_right = _put_right(before, said)
    return {FORGET: [PEOPLE], PEOPLE: put_right} if put_right else {FORGET: [PEOPLE, PERSONS]}


def _rather(key: str, reading: Reading, answers: Mapping[str, Any]) -> Facts | None:
    """One name instead of another; all asked for once more where both are in the text, nothing where it is not clear whose."""
    if re.search(r" ma(?: la)? ", key):
        return {FORGET: [PEOPLE]}
    before = [list(one) for one in answers[PEOPLE]]
    said = [[person.name, person.birth_year] for person in reading.people]
    if len(said) == 1:
        put_right = _put_right(before, said)
    else:
        old = _whose(reading.people[0].name, before) if len(said) == 2 else None
        put_right = None if old is None else _instead(before, old, said[1])
    return {FORGET: [PEOPLE], PEOPLE: put_right} if put_right else None


def _put_right(before: Sequence[list[Any]], said: Sequence[list[Any]]) -> list[list[Any]] | None:
    if not said:
        return None
    if len(said) == len(before) > 1:
        return list(said)
    if len(said) == 2 and (old := _whose(said[0][0], before)) is not None:
        return _instead(before, old, said[1])
    if len(said) != 1 or not before:
        return None
    old = 0 if len(before) == 1 else _closest(said[0], before)
    return None if old is None else _instead(before, old, said[0])


def _instead(before: Sequence[list[Any]], at: int, said: Sequence[Any]) -> list[list[Any]]:
    """The list with one person put right; whose year is not said keeps it."""
    name, year = said
    return [[name, year or one[1]] if place == at else one for place, one in enumerate(before)]


def _whose(name: str, people: Sequence[Sequence[Any]]) -> int | None:
    key = matching_key(name)
    found = [at for at, one in enumerate(people) if matching_key(one[0]) == key]
    return found[0] if len(found) == 1 else None


def _closest(said: Sequence[Any], people: Sequence[Sequence[Any]]) -> int | None:
    """Who of several is meant: the one born in the same year, or of whose name two words are there, or all but a
    letter; nobody in doubt."""
    words = set(matching_key(said[0]).split())
    alike = [
        at
        for at, (name, year) in enumerate(people)
        if (said[1] is not None and said[1] == year) or len(words & set(matching_key(name).split())) >= 2
    ]
    alike = alike or [at for at, (name, _) in enumerate(people) if is_slip(name, said[0])]
    return alike[0] if len(alike) == 1 else None


def leaves_out(key: str, answers: Mapping[str, Any]) -> bool:
    """Whether a text (its matching key) is the name of one of a booking and that she does not come: "Hồ Thị Hải ốm rồi"."""
    stays_away = _LEFT_OUT.sub("", key)
    return stays_away != key and _whose(stays_away, answers.get(PEOPLE) or ()) is not None


def _without_somebody(key: str, reading: Reading, answers: Mapping[str, Any]) -> Facts | None:
    """The others, where she takes somebody off the list by name; the names asked anew where nobody is named."""
    people = answers.get(PEOPLE) or ()
    stays_away = _LEFT_OUT.sub("", key)
    if people and stays_away != key and _whose(stays_away, people) is not None:
        key = f"bo {stays_away}"
    found = _LESS.search(key)
    if found is None or not people:
        return None
    name = _BEHIND_THE_LESS.sub("", key[found.end() :].strip())
    gone = _whose(name, people)
    if gone is None and len(reading.people) == 1:
        gone = _whose(reading.people[0].name, people)
    left = [list(one) for at, one in enumerate(people) if at != gone]
    if gone is not None and left:
        return {FORGET: [PEOPLE, PERSONS], PEOPLE: left}
    return {FORGET: [PEOPLE, PERSONS]} if "nguoi" in key.split() else None
