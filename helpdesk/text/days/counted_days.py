"""Days counted from today, and hours: "mai", "ngày kia", "3 ngày nữa", "8h sáng", "buổi chiều".

Each function looks at one place of a text, tells the reader what is said there and returns how many tokens it took.
"""

from helpdesk.text.days.calendar_words import (
    CHANGED,
    DAY,
    ENGLISH_PARTS,
    MOVED,
    PARTS_OF_DAY,
    WEEKDAY_OPENINGS,
)
from helpdesk.text.days.date_reader import DateReader
from helpdesk.text.days.day_after_alone import is_day_after_alone
from helpdesk.text.tokens import Kind

TODAY = frozenset({"hom", "bua", "bu", "sang", "chieu", "trua", "toi", "buoi"})
"""Before "nay": today."""


_SO_FAR = frozenset({"may", "vai", "nhung", "tu", "dao"})


def _relative(reader: DateReader, at: int) -> int:
    key, after = reader.key(at), reader.key(at + 1)
    so_far = reader.key(at - 1) in _SO_FAR  # "mấy bữa ni mưa" is no day to come
    if (key in TODAY and after in ("nay", "ni") and not so_far) or key in ("hnay", "today", "hn"):
        reader.today_said = True
        if key in PARTS_OF_DAY:
            reader.parts.append(PARTS_OF_DAY[key])
        return 1 if key in ("hnay", "today", "hn") else 2
    if key in ("tomorrow", "tmr", "mai", "maii"):
        return _tomorrow(reader, at)
    if key in ("mot", "kia"):
        return _day_after(reader, at)
    if after in ("ngay", "hom", "bua") and reader.key(at + 2) == "nua":
        days, used = reader.number(at)
        if used == 1:
            reader.relative(days)
            return 3
    return 0


def _tomorrow(reader: DateReader, at: int) -> int:
    if reader.key(at + 1) in ("mot", "kia", "sau"):
        reader.doubt = True  # "mai mốt", "mai kia": some day
        return 2
    if reader.tokens[at].accented:
        return 0
    if reader.key(at) == "tomorrow" and reader.key(at - 1) == "after":
        reader.relative(2)
        reader.at.update({at - 1, at - 2} if reader.key(at - 2) == "day" else {at - 1})
        return 1
    reader.relative(1)
    if reader.key(at - 1) in DAY:
        reader.at.add(at - 1)
    return 1


_COUNTED = frozenset(
    {"cho", "suat", "lich", "buoi", "nguoi", "minh", "dua", "so", "phan", "cai", "ve", "luot", "chut"}
)
"""Behind "một" what it counts."""

_BEFORE_THE_DAY_AFTER = frozenset({"ngay", "bua", "sang", "chieu", "trua", "toi", "hom"})


def _day_after(reader: DateReader, at: int) -> int:
    key, before = reader.key(at), reader.key(at - 1)
    token = reader.tokens[at]
    if before == "hom" and key == "kia":
        return 0  # the day before yesterday
    if token.accented and token.written.casefold() not in ("mốt", "kia"):
        return 0
    if key == "mot" and token.written.casefold() != "mốt" and reader.key(at + 1) in _COUNTED:
        return 0  # "cho tôi một chỗ"
    alone = key == "kia" and (at == len(reader.tokens) - 1 or before in ("den", "toi", "vao"))
    alone = alone or is_day_after_alone(reader, at)
    if token.written.casefold() == "mốt" or before in _BEFORE_THE_DAY_AFTER or alone:
        reader.relative(2)
        if before in DAY:
            reader.at.add(at - 1)
        return 1
    return 0


def _hour(reader: DateReader, at: int) -> int:
    token = reader.tokens[at]
    if token.kind is Kind.HOUR and reader.key(at + 1) not in ("nua", "dong"):
        return _say_hour(reader, token.numbers[0], 1)
    after = reader.key(at + 1)
    if token.is_number and len(token.key) <= 2 and after in ("ruoi", "am", "pm"):
        hour = int(token.key) + (12 if after == "pm" and int(token.key) < 12 else 0)
        if after == "am" and reader.key(at + 2) == "lich":
            return 0
        if after == "am" and (reader.tokens[at + 1].accented or hour > 12):
            reader.doubt = True  # "14 âm" is a day of the moon
            return 2
        return _say_hour(reader, hour, 2)
    return 0


def _say_hour(reader: DateReader, hour: int, length: int) -> int:
    """1 to 5 is said of the afternoon: no office is open at 2 in the night."""
    if 6 <= hour < 12:
        reader.hours.append("morning")
    elif 12 <= hour < 18 or 1 <= hour <= 5:
        reader.hours.append("afternoon")
    else:
        reader.hours.append("")
    return length


def _part(reader: DateReader, at: int) -> int:
    key = reader.key(at)
    if key in ENGLISH_PARTS:
        reader.parts.append(ENGLISH_PARTS[key])
        return 1
    if key in ("am", "pm") and at - 1 in reader.at:
        reader.parts.append("morning" if key == "am" else "afternoon")  # "fri am"
        return 1
    if key == "c" and reader.key(at + 1) in ("t", "thu", "cn"):
        reader.parts.append("afternoon")
        return 1
    if key == "s" and reader.key(at + 1) in _DAY_BEGINS - {"hom", "som"} and not reader.tokens[at + 1].glued:
        reader.parts.append("morning")  # "s mai", "s t5"
        return 1
    if key not in PARTS_OF_DAY:
        return 0
    written = reader.tokens[at].written.casefold()
    if not written.isascii():
        if written in ("sáng", "chiều", "tối", "trưa", "đêm"):
            reader.parts.append(PARTS_OF_DAY[key])
            return 1
        return 0
    if _is_part(reader, at, key):
        reader.parts.append(PARTS_OF_DAY[key])
        return 1
    return 0


_DAY_BEGINS = WEEKDAY_OPENINGS | {"t", "mai", "mot", "kia", "cn", "chu", "som", "hom", "thu"}


def _is_part(reader: DateReader, at: int, key: str) -> bool:
    before, after = reader.key(at - 1), reader.key(at + 1)
    if (
        before in ("buoi", "luc", "bua")
        or (before and reader.tokens[at - 1].kind is Kind.HOUR)
        or before == "ruoi"
    ):
        return True
    moved = any(reader.key(near) in MOVED for near in range(at - 4, at))
    if key == "sang" and (moved or any(reader.key(near) in CHANGED for near in range(at - 8, at - 4))):
        return False
    if after in ("ten", "may", "nhuong", "di") or (key == "chieu" and before in ("mot", "hai")):
        return False
    dated_after = after in _DAY_BEGINS or (
        at + 1 < len(reader.tokens) and reader.tokens[at + 1].kind in (Kind.DATE, Kind.HOUR)
    )
    dated_before = at - 1 in reader.at
    named = after == "ngay" and reader.key(at + 2)[:1].isdecimal()
    if key in ("toi", "dem", "trua"):
        # "tôi" and "tới" are typed like "tối".
        return key != "toi" and (dated_after or dated_before)
    return bool(dated_after or dated_before or named or reader.tokens[at].parted or key == "chieu")


LOOKS = (_relative, _hour, _part)
"""In the order in which they are tried."""
