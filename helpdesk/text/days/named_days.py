"""Days as they are written or named: "25/11", "ngày 20", "thứ 4 tuần sau", "16 tháng giêng", "Nov 25".

Each function looks at one place of a text, tells the reader what is said there and returns how many tokens it took.
"""

from datetime import date

from helpdesk.text.days.calendar_words import (
    COUNTED_THINGS,
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    LUNAR,
    SECOND_OF,
    WEEKDAY_OPENINGS,
    WEEKDAYS,
)
from helpdesk.text.days.date_reader import DateReader, next_date, next_day_of_month
from helpdesk.text.tokens import Kind
from helpdesk.text.years.birth_years import full_year


def _written_date(reader: DateReader, at: int) -> int:
    token = reader.tokens[at]
    if token.kind is not Kind.DATE:
        return 0
    if reader.key(at + 1) in COUNTED_THINGS and "/" not in token.written:
        return 1
    day, month, short = token.numbers
    year = (full_year(f"{short:02d}", this_year=reader.today.year) or short) if short else 0
    return _say(
        reader, next_date(reader.today, day, month, year) if day else None, 1 + _lunar_after(reader, at + 1)
    )


def _say(reader: DateReader, found: date | None, length: int) -> int:
    if found is None:
        reader.doubt = True
    else:
        reader.days.append(found)
    return length


def _lunar_after(reader: DateReader, at: int) -> int:
    if reader.key(at) == "am" and reader.key(at + 1) in ("lich", ""):
        reader.doubt = True
        return 1 + (reader.key(at + 1) == "lich")
    return 0


def _lunar(reader: DateReader, at: int) -> int:
    key, before, after = reader.key(at), reader.key(at - 1), reader.key(at + 1)
    if key == "am" and after == "lich":
        reader.doubt = True
        return 2
    if key not in LUNAR:
        return 0
    said = {
        "mung": reader.number(at + 1)[0] > 0,
        "mong": reader.number(at + 1)[0] > 0,
        "ram": after in ("thang", "nay", "toi", "sau", "") or before in ("ngay", "hom", "dip", "cho"),
        "chap": before == "thang",
        "gieng": before == "thang",
        "tet": before.isdecimal() or before in ("sau", "truoc", "an", "ra"),
    }
    if not said[key]:
        return 0
    reader.doubt = True
    return 1 + (reader.number(at + 1)[1] if key in ("mung", "mong") else 0)


def _weekday(reader: DateReader, at: int) -> int:
    key = reader.key(at)
    token = reader.tokens[at]
    if key in ("cn",) or (key in ("chu", "chua") and reader.key(at + 1) in ("nhat", "nhut", "nhaat")):
        return _say_weekday(reader, 6, at, 1 if key == "cn" else 2)
    counted = reader.key(at - 1) == "nguoi" and reader.number(at - 2)[0]  # "2 nguoi thu 6": a Friday
    if key in WEEKDAY_OPENINGS and (counted or reader.key(at - 1) not in SECOND_OF or _then(reader, at - 1)):
        after = reader.key(at + 1)
        weekday = int(after) - 2 if after in ("2", "3", "4", "5", "6", "7") else WEEKDAYS.get(after)
        if weekday is not None and (not token.accented or token.written.casefold()[:2] == "th"):
            return _say_weekday(reader, weekday, at, 2)
        if after.isdecimal() and reader.tokens[at + 1].glued is False and after in ("1", "8", "9"):
            reader.doubt = True
            return 2
    if key in ("t", "th") and reader.key(at + 1) in ("2", "3", "4", "5", "6", "7"):
        return _say_weekday(reader, int(reader.key(at + 1)) - 2, at, 2)
    if key in ENGLISH_WEEKDAYS:
        if reader.key(at - 1) == "next":
            reader.doubt = True
            return 1
        return _say_weekday(reader, ENGLISH_WEEKDAYS[key], at, 1)
    return 0


def _then(reader: DateReader, at: int) -> bool:
    """Whether "thế" stands there, with which an answer begins, and no card: "thế thứ 7"."""
    written = reader.tokens[at].written.casefold()
    return written == "th\u1ebf" or (written == "the" and at == 0)


def _say_weekday(reader: DateReader, weekday: int, at: int, length: int) -> int:
    reader.weekdays.append(weekday)
    return length + (reader.key(at + length) in ("nay", "ni"))


def _week(reader: DateReader, at: int) -> int:
    if reader.key(at) == "week" and reader.key(at - 1) in ("next", "this"):
        reader.weeks.append(int(reader.key(at - 1) == "next"))
        reader.at.add(at - 1)
        return 1
    if reader.key(at) not in ("tuan", "tuann"):
        return 0
    which = {"sau": 1, "toi": 1, "nay": 0, "ni": 0, "truoc": -1}.get(reader.key(at + 1))
    if which is None and reader.weekdays and reader.key(at + 1) in ("sao", "sauu", "sua"):
        which = 1  # a slip: "thu 5 tuan sao"
    if which is None:
        return 0
    if which == -1:
        return 2
    twice = which == 1 and reader.key(at + 2) in ("nua", "nuwa")
    reader.weeks.append(which + twice)
    return 2 + twice


def _day_of_month(reader: DateReader, at: int) -> int:
    """ "ngày 25", "ngày 25 tháng 11", "25 tháng 11", "ngày 25 tháng sau"; with "năm 2026"."""
    if reader.key(at) == "thang" and not reader.key(at - 1).isdecimal():
        return _month_first(reader, at)
    # "6 ngày" are six days; "thứ 6 ngày 11" is Friday the 11th.
    so_many = reader.key(at - 1).isdecimal() and at - 1 not in reader.at
    named = reader.key(at) in ("ngay", "ngayf", "mung") and not so_many
    named = named or (reader.key(at) in ("hom", "bua") and reader.key(at + 1).isdecimal())
    start = at + named
    day, used = reader.number(start)
    if (
        named
        and used == 1
        and reader.key(start) == "mot"
        and reader.tokens[start].written.casefold() != "một"
    ):
        return 0  # "ngày mốt"
    if not used or not 1 <= day <= 31:
        return 0
    end = start + used
    if reader.key(end) in ("thang", "thg", "thangs"):
        return _with_month(reader, at, day, end + 1)
    if (
        named
        and reader.key(end) not in COUNTED_THINGS - {"cho", "ban", "ng"}
        and reader.key(end) not in ("nua", "lam")
    ):
        length = end - at
        return _say(reader, next_day_of_month(reader.today, day), length + _lunar_after(reader, end))
    return 0


def _month_first(reader: DateReader, at: int) -> int:
    """ "tháng 12 ngày 10"."""
    month, used = reader.number(at + 1)
    day, more = reader.number(at + used + 2)
    if not used or not more or reader.key(at + used + 1) != "ngay":
        return 0
    return _say(reader, next_date(reader.today, day, month, 0), used + more + 2)


def _with_month(reader: DateReader, at: int, day: int, month_at: int) -> int:
    today = reader.today
    key = reader.key(month_at)
    if key in ("gieng", "chap"):
        reader.doubt = True
        return month_at + 1 - at
    if key in ("nay", "ni", "sau", "toi") and not (key == "sau" and reader.key(month_at - 2) == "thang"):
        after = key in ("sau", "toi")
        month = today.month % 12 + 1 if after else today.month
        year = today.year + (after and today.month == 12)
        return _say(reader, next_date(today, day, month, year), month_at + 1 - at)
    month, used = reader.number(month_at)
    if not used:
        return 0
    end = month_at + used
    year = 0
    if reader.key(end) == "nam" and reader.key(end + 1).isdecimal():
        year = full_year(reader.key(end + 1), this_year=today.year) or int(reader.key(end + 1)[:4])
        end += 2
    return _say(reader, next_date(today, day, month, year), end - at + _lunar_after(reader, end))


def _english_date(reader: DateReader, at: int) -> int:
    key = reader.key(at)
    month = ENGLISH_MONTHS.get(key)
    if month is None or (key == "may" and _is_how_many(reader, at)):
        return 0
    for near, length in ((at + 1, 2), (at - 1, 1), (at - 2, 1)):
        day = reader.key(near)
        between = near >= at - 1 or reader.key(at - 1) in ("th", "of", "st", "nd", "rd")
        hour = near == at + 1 and reader.key(at + 2) in ("am", "pm")  # "10 Dec 2pm"
        if day.isdecimal() and len(day) <= 2 and not hour and between and (key != "may" or near == at - 1):
            reader.at.update({near, at})
            return _say(reader, next_date(reader.today, int(day), month, 0), length)
    return 0


def _ordinal(reader: DateReader, at: int) -> int:
    """ "on the 10th"."""
    key = reader.key(at)
    ends = key.isdecimal() and len(key) <= 2 and reader.key(at + 1) in ("th", "st", "nd", "rd")
    if not ends or not reader.tokens[at + 1].glued or reader.key(at - 1) not in ("the", "on"):
        return 0
    return _say(reader, next_day_of_month(reader.today, int(key)), 2)


def _is_how_many(reader: DateReader, at: int) -> bool:
    """Whether "may" is "mấy" and no month: "thu 6 may gio"."""
    behind_weekday = reader.key(at - 2) in WEEKDAY_OPENINGS | {"t", "ngay", "ban"}
    return behind_weekday or reader.key(at + 1) in ("gio", "h", "nguoi", "ngay", "buoi", "luc", "bua", "hom")


LOOKS = (_written_date, _lunar, _day_of_month, _weekday, _week, _english_date, _ordinal)
"""In the order in which they are tried."""
