"""Words that dates and hours are said with. Matching keys, unless an accent decides."""

from types import MappingProxyType

WEEKDAYS = MappingProxyType({"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "bayr": 5})
"""After "thứ": Monday is the second day, 0."""

WEEKDAY_OPENINGS = frozenset({"thu", "thhu", "htu", "tuh", "thuw", "thuu", "thus"})
"""Before them, slips included."""

SECOND_OF = frozenset({"lan", "buoc", "nguoi", "cai", "lop", "sim", "the", "may", "dong", "cau", "y"})
"""Before "thứ hai": the second time, step, person; no Monday."""

ENGLISH_WEEKDAYS = MappingProxyType(
    {
        "monday": 0,
        "tuesday": 1,
        "wednesday": 2,
        "thursday": 3,
        "friday": 4,
        "saturday": 5,
        "sunday": 6,
        "mon": 0,
        "tue": 1,
        "wed": 2,
        "thurs": 3,
        "fri": 4,
    }
)

ENGLISH_MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                ("january", "jan"),
                ("february", "feb"),
                ("march", "mar"),
                ("april", "apr"),
                ("may",),
                ("june", "jun"),
                ("july", "jul"),
                ("august", "aug"),
                ("september", "sep", "sept"),
                ("october", "oct"),
                ("november", "nov"),
                ("december", "dec"),
            ),
            start=1,
        )
        for name in names
    }
)

NUMERALS = MappingProxyType(
    {
        "mot": 1,
        "hai": 2,
        "ba": 3,
        "bon": 4,
        "tu": 4,
        "nam": 5,
        "lam": 5,
        "sau": 6,
        "bay": 7,
        "tam": 8,
        "chin": 9,
    }
)

DAY = frozenset({"ngay", "hom", "bua", "bu", "buoi"})
PARTS_OF_DAY = MappingProxyType({"sang": "morning", "chieu": "afternoon", "trua": "", "toi": "", "dem": ""})
ENGLISH_PARTS = MappingProxyType({"morning": "morning", "afternoon": "afternoon", "evening": ""})

LUNAR = frozenset({"mung", "mong", "ram", "chap", "gieng", "tet"})
"""Say that a day is of the lunar calendar, which is never guessed."""

COUNTED_THINGS = frozenset(
    {"nguoi", "ng", "ngay", "tuan", "thang", "lan", "nam", "cho", "dua", "tuoi", "suat", "ban"}
)
"""After "2-3": that many, no date."""

MOVED = frozenset({"doi", "chuyen", "roi", "lui", "hoan", "dich", "day", "lich"})
"""Before "sang": to another day, not the morning."""

CHANGED = frozenset({"doi", "chuyen"})
"""The same with a name between: "đổi ngày cho Hồ Văn A sang thứ sáu"."""

BORN = frozenset({"sinh", "sn", "ns", "born", "snih", "sihn", "sinhh"})
"""Before a date of birth."""
