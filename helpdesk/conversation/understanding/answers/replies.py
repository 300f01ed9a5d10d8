"""Short replies to a question: a number, yes or no, going on."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from helpdesk.conversation.understanding.topics.hearing import words_of
from helpdesk.conversation.understanding.words import bare
from helpdesk.text.folding import matching_key
from helpdesk.text.people.whole_names import names_somebody
from helpdesk.text.tokens import tokens_of

_NUMBER = re.compile(r"(?:so|chon|phim|cau|y)? ?(\d{1,2})")
_NUMERALS = (
    {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
    | {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    | {"first": 1, "second": 2, "third": 3}
)
_AROUND_A_NUMBER = frozenset(
    " ".join(
        (
            "so sso s chon chonn bam nhan phim cau y buoi cai cay thu lay nhap number no the option dong line choose",
        )
    ).split()
)
_COURTESY = frozenset(
    " ".join(
        (
            "da a ah nhe nha o oi ad em e toi tui anh chi ban con chau ba bac chu xin cam on nhieu giup gium ho voi vs luon di "
            "roi he nghe hi ha la thi cho minh nho lam on thua kinh nay vay thanks thank you it i please pls that cac co me "
            "chao phep vi va nhi ne",
        )
    ).split()
)
"""Words around a reply. "Ba", "con" and "o" are how people speak of themselves."""

_ADDRESS = frozenset({("can", "bo"), ("ba", "con")})

# "dung" alone is "đúng" as well as "đừng": it is no yes. "dat" is one only to what offers to book: `does_it`.
_YES = frozenset(
    " ".join(
        (
            "co coo u uh uk uhm um vang vamg vag ok oke okay okie oki okela okk okey duoc yes yep yeah yup sure agree phai "
            "da chac ung chiu chot",
        )
    ).split()
)
_YES_PAIRS = frozenset(
    {("dong", "y"), ("nhat", "tri"), ("chac", "chan"), ("dung", "roi"), ("dung", "vay"), ("tan", "thanh")}
    | {("chap", "nhan"), ("xac", "nhan"), ("bang", "long"), ("dong", "tinh")}
)
_NO = frozenset(" ".join(("khong kk chua thoi khoi chang no nope not dont don khg hk nah never",)).split())
_BESIDE_NO = frozenset(
    " ".join(("nua dau mo can muon lai dung dat do am t dong y duoc nay gi het sao ca want agree",)).split()
)
"""What may stand beside a no without making it something else: "không đặt nữa", "không cần đâu"."""

_LATER = frozenset(
    {"de sau", "thoi de sau", "de khi khac", "de luc khac", "khi khac", "luc khac", "later", "not now"}
)
"""A no for now, where the other answer is one: "Thôi", "Không"."""

_A_STRANGER = re.compile(
    r"(?:(?:da|toi|tui|em|con|chau|minh|so|nguoi|nay|do) )*"
    r"(?:(?:khong|ko|hong|k) (?:phai|co|quen|biet) (?:(?:la|biet|quen|so|nguoi|ai|ho|gi) ?)*(?:nha|than|nay|do|kia)?|(?:nham|lon) so)"
    r"(?: (?:toi|tui|em|con|chau|minh|roi|dau|a|nhe|nay|do|kia|o|het))*"
)
"""A no of whoever is asked to help somebody: "không phải người nhà tôi", "nhầm số rồi"."""

_ALREADY = "roi"
"""A yes where that is what is offered: "Đã lỡ đưa mã chưa?", "Rồi ạ". Elsewhere it says nothing."""

_THANKS = frozenset({"cam", "thanks", "thank"})

_PEOPLE = frozenset({"anh", "chi", "co", "chu", "bac", "ong"})
"""Before a numeral they call somebody by it: cô Hai, anh Ba."""

_COUNTED = ("minh", "chau", "con", "anh em", "chi em", "ong ba", "me con", "bo con")
"""Behind a numeral they are how many come, not which line is chosen: một mình tôi, hai cháu, hai anh em."""

_BY_ACCENT = re.compile(r"\bmốt\b|\bbà\b(?!\s+con\b)")
_DONT = re.compile(r"\b[đd]ừng\b")

_A_WEEKDAY = re.compile(
    r"(?<!\bcai )(?<!\bso )(?<!\bdong )(?<!\bchon )(?<!\bmuc )\bthu (?:[2-7]|hai|ba|tu|nam|sau|bay)\b"
)
"""It never is a number of a list: "thứ 2" is Monday also where Monday is the third line. "Cái thứ hai" is the second."""

GO_ON = frozenset(
    {
        "tiep",
        "tiep tuc",
        "tiep theo",
        "xem",
        "xem tiep",
        "nua",
        "ke tiep",
        "next",
        "more",
        "continue",
        "go on",
    }
)
"""Asks for what comes next."""

LONGEST_REPLY = 12
"""Words of the longest text in which a yes or a no is looked for, courtesy aside."""


def number_reply(key: str) -> int | None:
    """The number a reply chooses: "1", "so 1", "chon 1", "mot", "da 1 a". `key` is a matching key."""
    if _A_WEEKDAY.search(key):
        return None
    core = bare(key)
    found = _NUMBER.fullmatch(key) or _NUMBER.fullmatch(core)
    if found:
        return int(found[1])
    words = _without_address(key.split())
    if names_somebody(key):
        return None  # Hồ Thị Hai and Y Ba
    if core in _NUMERALS:
        return None if core in words and _counts_people(words, core) else _NUMERALS[core]
    if len(words) > LONGEST_REPLY:
        return None
    left = [
        word for word in words if word not in _AROUND_A_NUMBER and (word not in _COURTESY or word == "ba")
    ]
    if len(left) != 1 or _counts_people(words, left[0]):
        return None
    return int(left[0]) if left[0].isdecimal() and len(left[0]) <= 2 else _NUMERALS.get(left[0])


def _counts_people(words: Sequence[str], numeral: str) -> bool:
    """Whether a numeral in words is somebody's name, or how many there are: "cô Hai", "một mình tôi", "hai cháu"."""
    at = words.index(numeral)
    behind = " ".join([*words[at + 1 :], ""])
    counted = behind.startswith(tuple(f"{people} " for people in _COUNTED))
    return numeral in _NUMERALS and (counted or bool(_PEOPLE & set(words[:at][-1:])))


def _without_address(keys: Sequence[str]) -> list[str]:
    """The words without "cán bộ" and "bà con", by which people call us and themselves."""
    left: list[str] = []
    for key in keys:
        if left and (left[-1], key) in _ADDRESS:
            left.pop()
        else:
            left.append(key)
    return left


def says_dont(text: str) -> bool:
    """Whether a text with accents says "đừng": folded it would be "đúng", the very opposite."""
    return _DONT.search(unicodedata.normalize("NFC", text).casefold()) is not None


def number_chosen(text: str, key: str) -> int | None:
    """The number a reply chooses. With their accents "mốt" is the day after tomorrow and "bà" somebody; folded they are one
    and three."""
    number = number_reply(key)
    said = _BY_ACCENT.search(unicodedata.normalize("NFC", text).casefold())
    return None if said and not re.search(r"[0-9]", key) else number


def does_it(key: str, label: str) -> bool:
    """Whether a reply is the word "dat" or "xong" and the yes that is offered says it, too: "Đồng ý và đặt", "Đặt".

    To "Hủy chỗ?" and "Xóa?" it is the very opposite of yes.
    """
    return bool({"dat", "xong"} & {key, bare(key)} & set(matching_key(label).split()))


def goes_on(key: str) -> bool:
    """Whether a reply asks for what comes next: "tiếp đi o". Y Tiếp is somebody."""
    left = (word for word in _without_address(key.split()) if word not in _COURTESY)
    return key in GO_ON or (" ".join(left) in GO_ON and not names_somebody(key))


def yes_or_no(text: str, labels: Sequence[str] = ()) -> bool | None:
    """Whether a reply says yes or no; None for anything else.

    A reply is nothing but that, with courtesy around it, and may name what was offered: "ok đặt", "đồng ý hủy". A name
    is none of it: "Ho Thi Co".
    Behind other words only its last sentence is one: "Tôi hỏi bà nhà rồi. Đồng ý".
    """
    if names_somebody(text) or _STILL_THERE.fullmatch(matching_key(text)) or _GONE.search(matching_key(text)):
        return None
    tokens = tokens_of(text)
    words = words_of(tokens, taken=set(), marks={})
    parts: list[list[str]] = [[]]
    for word in words:
        if word.parted:
            parts.append([])
        parts[-1].append(word.key)
    every = [key for part in parts for key in part]
    if not every or len(every) > 3 * LONGEST_REPLY:
        return None
    offered = [set(matching_key(label).split()) for label in labels]
    if offered[1:] == [{"khong"}] and _A_STRANGER.fullmatch(matching_key(text)):
        return False
    said = _said(every, offered)
    if said is None and len(parts) > 1 and parts[-1] and not _NO & set(every):
        said = _said(parts[-1], offered)
    # "1?" and "ok?" ask whether it is so.
    return None if said is True and text.rstrip().endswith("?") else said


_STILL_THERE = re.compile(r"(?:the |vay |rua )?con khong(?: (?:a|vay|nhi|ha|can bo|the|rua|nua))*")
"""Whether there is still some: without its accent it may be a child's "no" as well, so it is neither."""

_GONE = re.compile(r"\bdi vang\b|\bvang (?:nha|mat)\b|\bco nghe\b(?! (?:o|chi|anh|chu|bac|can bo)$)")
"""Who is away: "bà đi vắng rồi" holds "vâng" without its accent; who has heard has not agreed, but "có nghe o" has."""

_NEITHER = frozenset({("khong", "nho"), ("chua", "chac"), ("khong", "chac"), ("khong", "sao")})
"""Who does not remember or is not sure has said neither; "không sao đâu", "không sao, đặt đi" are more of a yes."""


def _says_neither(left: Sequence[str], pairs: set[tuple[str, str]], yes: frozenset[str]) -> bool:
    """Whether it has a no in it and is none: "đặt chưa?" asks, "thôi được", "thôi đặt đi" are more of a yes."""
    said = set(left)
    asks = left[-1:] in (["chua"], ["khong"]) and bool(said - _NO - {"da"})
    asks = asks or ("thi", "sao") in pairs or ("o", "nha") in pairs
    gives_in = (
        left[:1] == ["thoi"] and "nua" not in said and bool(said - _NO) and said - {"thoi"} <= yes | {"dat"}
    )
    return asks or gives_in or not pairs.isdisjoint(_NEITHER)


def _lets_be(left: Sequence[str], pairs: set[tuple[str, str]], kept: set[str]) -> bool:
    """Whether a no is said without the word: "giữ" where that is offered, "dừng lại" (nobody says "đúng lại"), "để sau"."""
    keeps = bool({"giu", "keep"} & set(left) and {"giu", "keep"} & kept)
    if len(left) <= 3 and (keeps or ("dung", "lai") in pairs):
        return True
    return " ".join(left) in _LATER and bool(kept) and kept <= {"thoi", "khong", "no", "not", "now"}


def _agrees_to_nothing(left: Sequence[str], keys: Sequence[str], pairs: set[tuple[str, str]]) -> bool:
    """Whether words of a yes say none: "dạ cảm ơn" thanks, "đã nhờ rồi" tells, "chắc là được" doubts, "tôi chịu" gives up."""
    said = set(keys)
    if set(left) == {"da"} and (_THANKS | {_ALREADY}) & said:
        return True
    if "chiu" in left and ({"toi", "thoi", _ALREADY} & said or (_NO & said and len(left) > 2)):
        return True
    return "chac" in left and ("chac", "chan") not in pairs and len(left) > 1


def _said(keys: Sequence[str], offered: Sequence[set[str]]) -> bool | None:
    yes = _YES | {_ALREADY} if offered and _ALREADY in offered[0] else _YES
    left = [key for key in _without_address(keys) if key not in _COURTESY or key in yes]
    kept = offered[1] if len(offered) > 1 else set()
    pairs = set(pairwise(keys))
    if _lets_be(left, pairs, kept):
        return False
    if len(left) > LONGEST_REPLY or _agrees_to_nothing(left, keys, pairs):
        return None
    if left[-1:] in (["khong"], ["chua"]) and yes & set(left[:-1]) - {"da"}:
        return None  # "được không?" asks; "dạ không" is a no
    if _says_neither(left, pairs, yes):
        return None
    if _NO & set(left):
        allowed = _NO | yes | _BESIDE_NO | (offered[0] if offered else set()) | {"cancel", "book"}
        return False if all(key in allowed or key in kept for key in left) else None
    agreed = {word for pair in _YES_PAIRS & pairs for word in pair}
    does = (offered[0] if offered else set()) | {"book", "cancel"} if offered else set()
    if not (agreed or yes & set(left)) or not all(key in yes | agreed | does for key in left):
        return None
    # "dạ" alone agrees, "dạ" before a wish is courtesy; "đặt" is no yes to what it does not offer.
    return True
