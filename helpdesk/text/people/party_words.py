"""Words by which people are counted without being named. Matching keys."""

COUNTED = frozenset(
    {
        *(
            "nguoi",
            "nguoii",
            "ngoui",
            "nguio",
            "nggoi",
            "nguoj",
            "nguwoi",
            "nguuoi",
            "ng",
            "suat",
            "slot",
            "slots",
            "khau",
            "dua",
            "chau",
            "con",
            "cho",
            "em",
            "thanh",
            "vien",
        ),
        *("people", "persons", "person", "places", "place", "seats", "kids", "children", "adults", "mang"),
        *("daughters", "sons", "brothers", "sisters"),
    }
)
"""After a number: that many."""

TOGETHER = frozenset(
    {
        *(
            ("vo", "chong"),
            ("me", "con"),
            ("ong", "ba"),
            ("bo", "con"),
            ("cha", "con"),
            ("ba", "con"),
            ("anh", "em"),
        ),
        *(
            ("chi", "em"),
            ("eng", "em"),
            ("on", "me"),
            ("bo", "me"),
            ("ba", "chau"),
            ("ong", "chau"),
            ("vk", "ck"),
            ("chi", "gai"),
            ("ma", "con"),
        ),
        *(
            ("dua", "con"),
            ("dua", "chau"),
            ("thang", "cu"),
            ("thang", "con"),
            ("nguoi", "con"),
            ("con", "nho"),
            ("thanh", "vien"),
            ("dau", "nguoi"),
            ("cai", "mieng"),
            ("of", "us"),
        ),
    }
)
"""After a number, that many in all: "2 vợ chồng" are two. Without a number a couple is two."""

COUPLES = frozenset(
    {
        *(("vo", "chong"), ("ong", "ba"), ("bo", "me"), ("cha", "me"), ("vk", "ck"), ("vo", "con")),
        *(("bo", "ma"), ("on", "me")),
    }
)

KIN = frozenset(
    {
        *(
            "vo",
            "chong",
            "me",
            "ma",
            "bo",
            "cha",
            "con",
            "chau",
            "ong",
            "vk",
            "ck",
            "anh",
            "chi",
            "em",
            "noi",
            "ngoai",
            "mu",
            "eng",
        ),
        *(
            "wife",
            "husband",
            "mother",
            "father",
            "son",
            "daughter",
            "child",
            "mom",
            "dad",
            "brother",
            "sister",
            "grandmother",
            "grandfather",
            "grandma",
            "grandpa",
        ),
    }
)
"""One person, where another is spoken of in the same breath."""

KIN_MORE = frozenset(
    {
        "mk",
        "e",
        "chau",
        "trai",
        "gai",
        "toi",
        "tui",
        "tau",
        "em",
        "minh",
        "cua",
        "ruot",
        "re",
        "dau",
        "ngoai",
        "noi",
        "ho",
        "ban",
        "nho",
        "no",
        "lon",
    }
)
"""After a word of KIN: "con trai tôi"."""

SELF = frozenset({"toi", "mk", "tui", "tau", "minh", "em", "e", "chau", "tao", "myself", "i"})
POSSESSED = frozenset(
    {
        "nha",
        "vo",
        "chong",
        "me",
        "ma",
        "con",
        "cua",
        "bo",
        "cha",
        "gia",
        "trai",
        "gai",
        "ban",
        "ten",
        "vk",
        "ck",
        "mu",
        "eng",
    }
)
"""Before a word of SELF: "vợ tôi" is the wife, not me."""

LINKS = frozenset({"va", "voi", "vs", "v", "cung", "ca", "them", "and", "with", "my", "his", "her"})
"""Between two who come together."""

NO_COUNT_BEFORE = frozenset(
    {"muc", "m", "do", "so", "buoc", "thu", "thang", "dot", "lan", "hon", "duoi", "tren", "tu", "md"}
)
"""Before a number: it counts something else."""

UNNAMED = frozenset(
    " ".join(
        (
            "vo chong me con bo cha toi tui minh nguoi nha gia dinh ca hai ba bon mot va voi cung em anh chi ong ba chau dua deu tao",
            "tau may mi di cho no nua thoi a nhe noi ngoai",
        )
    ).split()
)
"""Words that speak of people without naming them: "hai vợ chồng tôi", "ba mẹ con". Alone Hai and Ba are names."""

NUMERALS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
} | ({"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6})

ONE_WORD_COUPLES = frozenset({"vc", "2vc", "vchong", "parents"})
"""Husband and wife, alone or behind "2"."""

SLIPS = {
    "chogn": "chong",
    "cohng": "chong",
    "hcong": "chong",
    "chonng": "chong",
    "choongf": "chong",
    "voj": "vo",
}
"""Slips in words of kin that are met often."""

BOYS = frozenset({"cu", "em", "con", "nho", "be", "chau", "ut"})
"""After "thằng": a boy of the family. "thang" alone is a month."""

KIN_BY_ACCENT = frozenset({"ôn", "ả"})
"""Kin of Quảng Bình, grandfather and elder sister; without their accents they are other words."""

CHILDREN = frozenset({"con", "chau", "dua", "kids", "children", "daughters", "sons"})
"""Counted behind their parents they are more: "Ho Van A, vo Ho Thi B, 2 con"; "5 nguoi, 2 con" are five."""

GRANDPARENTS = frozenset({"noi", "ngoai", "cu", "gia"})
"""After "bà" and "ông", which alone are a three and a polite you."""

SPEAKS = frozenset(
    {
        *("o", "muon", "xin", "dat", "la", "ten", "can", "nho", "chua", "tinh", "dinh", "hoi", "lam", "dang"),
        *("hien", "dk", "ghi", "di", "gui", "cam"),
    }
)
"""After "con", "cháu" or "em" that begins a clause: who writes, and nobody more."""

BEFORE_A_NUMBER = frozenset({"dat", "dk", "dky", "ghi", "giu", "cho", "book", "lay", "xin", "for", "of"})
"""Before a number with nothing counted behind it, but a place or a day: "dat 3 Tuoc sang mai"."""
MOST_BARE = 20
