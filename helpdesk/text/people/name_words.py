"""Words that stand around names in a text and are no part of them.

Most of them are names as well (Ba, Châu, Võ, Nam, Sinh, Và), so each set says when its words may be left out. Where
that is in doubt a word stays: a name with a word too many is corrected by the officer, a lost one is not. Unless said
otherwise they are matching keys (`folding.matching_key`), phrases as tuples of them.
"""

LINKS = frozenset({"va", "và", "voi", "với", "vs", "and"})
"""Between two names, as typed, case aside ("vá" is a name, "và" is not)."""


def _phrases(*written: str) -> tuple[tuple[str, ...], ...]:
    """The phrases as words, longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in written), key=len, reverse=True))


OPENINGS = _phrases(
    *(
        "toi la",
        "ten la",
        "ten toi la",
        "toi ten la",
        "toi ten",
        "ten",
        "ten that",
        "ten that la",
        "ten khai sinh",
        "ten that cua",
        "ho ten",
        "ho va ten",
        "nguoi nha",
        "cung voi",
    ),
    *(
        "danh sach",
        "danh sach gom",
        "gom",
        "gom co",
        "gom nguoi",
        "nguoi",
        "gia dinh",
        "gia dinh toi",
        "nha toi",
    ),
    *(
        "dang ky cho",
        "toi dang ky cho",
        "toi muon dang ky cho",
        "muon dang ky cho",
        "xin dang ky cho",
        "dk",
        "dk cho",
    ),
    *("them cho", "them ten", "them nguoi", "ghi them", "dat them", "bo sung", "vo chong", "hai vo chong"),
    *("dat cho", "dat cho cho", "dat lich", "dat lich cho", "ghi ten", "lam cho", "cho", "cho toi"),
    *("toi", "tui", "ong", "ba", "me", "con", "chong", "ong ba"),
    *("ba noi", "ba ngoai", "ong noi", "ong ngoai", "vo ten", "vo ten la", "vo toi ten", "vo toi ten la"),
    *("my name is", "name is", "i am", "this is", "it is for", "for"),
    *("cccd", "so cccd", "cmnd", "so cmnd", "cmt", "sdt", "so dien thoai"),
)
"""Left out at the beginning where a name follows."""

ACCENTED_OPENINGS = frozenset({"vợ", "chú", "cháu", "bố", "chị", "cô", "cậu", "dì", "mợ", "thím", "bác"})
"""As typed: with its accents the word is not the name that it is a homonym of; left out like `OPENINGS`."""

OPENINGS_BEFORE_A_SURNAME = _phrases(
    *(
        "anh",
        "chi",
        "co",
        "cau",
        "di",
        "mo",
        "bac",
        "bo",
        "cha",
        "em",
        "thim",
        "mu",
        "o",
        "thang",
        "be",
        "con be",
        "thang cu",
        "cu",
        "dang ky",
        "dat",
        "xin",
        "ghi",
        "them",
    )
)
"""Left out at the beginning only where a known surname and a name follow: "anh Ho Thanh", but "Anh Tuan"."""

OPENINGS_BEFORE_A_FULL_NAME = _phrases("vo", "chu", "chau", "duong", "nam", "nu")
"""Surnames themselves; left out only before a surname and two names more, or before "toi": "vo toi", "vo Ho Thi Lan"."""

AFTER_OPENINGS = frozenset({"la", "toi", "trai", "gai", "ten", "cua", "em", "that"})
"""Left out after something else that was left out: "con gai toi ten la"."""

NOBODY = frozenset({"toi", "tui", "me", "con", "vo", "chong", "bo", "em", "trai", "gai", "ngay"})
"""A text of nothing but these speaks of people without naming them, or of a day: "toi", "vo con toi", "ngay"."""

NOBODY_BEHIND_KIN = frozenset({("day",), ("chut",), ("gia",), ("cai",)})
"""Nobody where something was left out before it: "tôi đây", "ông già", "vợ chồng con cái"."""

LABELS = frozenset(
    {"ho", "va", "ten", "stt", "so", "danh", "sach", "gom", "co", "nguoi", "gia", "dinh", "nha", "toi", "la"}
) | {
    *(
        "muon",
        "xin",
        "dang",
        "ky",
        "dk",
        "dat",
        "lich",
        "cho",
        "ghi",
        "lam",
        "cac",
        "nhung",
        "sau",
        "nam",
        "sinh",
    ),
}
"""Words of what may stand before a colon: "Ho ten:", "Toi dang ky cho 2 nguoi:"."""

SURNAMES = frozenset(
    {
        *(
            "ho",
            "dinh",
            "cao",
            "y",
            "nguyen",
            "tran",
            "le",
            "pham",
            "hoang",
            "huynh",
            "phan",
            "vu",
            "dang",
            "bui",
            "do",
        ),
        *(
            "ngo",
            "ly",
            "truong",
            "luong",
            "mai",
            "trinh",
            "doan",
            "lam",
            "dao",
            "ha",
            "thai",
            "pa",
            "vi",
            "lo",
        ),
    }
)

MIDDLE_NAMES = frozenset({"van", "thi"})
"""Between a surname and a name: what stands before is a surname, and no name ends here."""

BEFORE_A_YEAR = _phrases("sinh ngay", "sn", "ns", "s", "born", "born in")
"""Between a name and a birth year."""

NAMES_BEFORE_A_YEAR = frozenset({"sinh", "nam"})
"""The same, "sinh nam 1985" and each alone, but men are called Nam and Sinh too."""

AGES = frozenset({"tuoi", "t"})
"""After a number that is an age: "45 tuoi", "45t"."""

COUNTED = frozenset({"nguoi", "tuoi"})
"""After a number that counts and is no year: "3 nguoi", "45 tuoi"."""

POLITE_ENDINGS = frozenset({"nhé", "nhe", "ạ", "nữa", "nua"})
"""As typed, at the end of a name of two words and more, or alone; "a" is a name."""

BEFORE_A_NUMBER = frozenset({"khoang", "cccd", "cmnd", "cmt", "sdt"})
"""Between a name and a number that is not kept: never part of a name."""

THANKS = frozenset({("cam", "on"), ("xin", "cam", "on")}) | {
    *(
        ("minh", "toi"),
        ("minh", "toi", "thoi"),
        ("mot", "minh"),
        ("mot", "minh", "toi"),
        ("mot", "minh", "toi", "thoi"),
    ),
}
"""Nobody's name, where they stand alone: thanks, and "only me"."""
