"""What is told of people beside their names in a list, and is nobody: an ethnicity, an illness, a sex, thanks, a signature.

Ethnicity and health are never kept, so that they must not pass for a name either. Nothing directly behind a surname or
"văn" and "thị" is taken for such words: there it is a name.
"""

from collections.abc import Iterator, Sequence

import regex  # type: ignore[import-untyped]

from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.spoken_names import Word, words_in


def _phrases(*written: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for line in written for phrase in line.split(", "))


TELLING = _phrases(
    "dan toc, nguoi dan, ton giao, quoc tich, gioi tinh, ho ngheo, can ngheo, thoat ngheo, ho khau, thuong tru, tam tru",
    "co bau, dang bau, co thai, mang thai, mang bau, dang mang, dang co, sap sinh, moi sinh, cho con bu",
    "bi liet, bi benh, bi om, bi mu, bi diec, bi cam, bi tat, bi tan, bi gay, bi tai, bi dau, bi tam, bi ung, bi thuong, bi te, bi nang",
    "bi soi, bi lao, bi hu, bi mat, bi khuyet, bi viem, bi tieu, bi cao, bi suy, bi sot, bi phong, bi dong, bi roi",
    "benh tim, benh nang, benh gan, benh than, benh phoi, benh vien, benh tam, dang benh, dang om, dang dau, dang nam, dang dieu",
    "khuyet tat, tan tat, tam than, tai bien, dot quy, liet giuong, liet chan, liet nua, gia yeu, om yeu, om dau, om nang, yeu lam",
    "nam vien, nam lien, nam mot, mu loa, cam diec, thuong binh, cuu chien, nguoi cao, nguoi gia, di xe lan, xe lan",
    "truong ban, truong thon, pho ban, bi thu, chu tich, can bo, cong an, giao vien, hoc sinh, o ban, o thon, o tren, o duoi, o gan",
    "o xa, o nha, o huyen, o cung, o day, o do, ban tren, ban duoi, khong ro, khong biet, khong nho, khong co, khong the, khong di",
    "khong noi, khong nghe, chua co, chua lam, chua biet, mat the, het han, dang di, dang lam, dang o, dang hoc",
    "cam on, xin cam, xin chao, xin loi, phai khong, dung khong, duoc khong, co duoc, nho can, nhe can, nho anh, giup toi, giup em",
    "cung ban, cung thon, cung nha, deu o, thank you, please help",
)
"""Two words with which something is told of somebody; behind them nobody is named up to the next comma or number."""

ALONE = frozenset({"khoang"})
"""The same in one word: "khoảng 1950"."""

_ZODIAC = frozenset({"ty", "suu", "dan", "mao", "thin", "ngo", "mui", "than", "dau", "tuat", "hoi", "ti"})

_NOBODY = regex.compile(
    r"(?:dong y(?: (?:dat|luon|roi|a|het|ca))*|nhat tri|ok(?:e|ay)?|da|vang|a|alo|hello|hi|chao(?: .*)?|kinh .*|thua .*|thanks|xong(?: roi)?"
    r"|het(?: roi)?|the thoi|vay thoi|la du|dung roi|phai roi|nhe|nha|nhe a|can bo(?: oi)?|bru|bru van kieu|van kieu|kinh|chut|pa ?co|pa ?ko|ta ?oi|vk"
    r"|nu|nam|gioi tinh (?:nam|nu)|dang di lam|o nha)"
)
"""What behind somebody and without a year is nobody."""

_BEGINS_NOBODY = regex.compile(
    r"(?:dan toc|ton giao|gioi tinh|quoc tich|nghe nghiep|que quan|dia chi|ho ngheo|can ngheo|ho can ngheo|khuyet tat|tan tat|mang thai|co (?:bau|thai|con nho)"
    r"|dang (?:co|mang|bi|om|nuoi|o|di|lam)|bi (?:liet|benh|om|dau|mu|diec|cam|tan|tat|tai|gay|yeu|mat|tam)|dong y|nhat tri|cam on|xin cam on|xin chao|chao"
    r"|o (?:ban|thon|xa|tren|duoi|nha|day)|tai (?:ban|thon|xa)|phai khong|dung khong|duoc khong|co duoc|lat nua|ti nua|chieu (?:gui|nhan)|mai (?:gui|nhan|bao)|phien"
    r"|truong (?:ban|thon)|ky ten|nguoi (?:dat|ky|gui|nhan|kinh|bru|van kieu|chut|ma coong|khua|thanks)|nha (?:ong|ba|anh|chi)|can cuoc|so (?:nha|the)|thank|agree|pregnant|disabled)\b"
)  # fmt: skip
_IS_NOBODY = regex.compile(
    r"(?:nu|gai|trai|female|male|bru|van kieu|kinh|vo chong|my (?:mother|father|wife|husband|son|daughter|child|family)|ok|xong|het)"
)
"""What nobody's name begins with, or is, where no year is said to it: "lát nữa gửi", "nghề nghiệp nông"."""

_REMARKS = frozenset(
    " ".join(
        (
            "a ah o oi u da vang thi ma la chu co nham lon sai dung moi lai roi khong ko phai day do nhe nha ne nua cu bi ghi viet "
            "sinh nam tuoi doi sua thanh sang quen mat xin loi can bo sorry no wrong",
        )
    ).split()
)
"""Words with which something is put right, and which beside a year alone name nobody: "ơ mà à nhầm", "1980 chứ"."""

_ROLE = r"(?:trưởng bản|truong ban|trưởng thôn|truong thon|phó bản|pho ban|bí thư|bi thu|cán bộ|can bo|công an|cong an|y tế|y te)"
_SIGNED = regex.compile(
    r"(?:^|(?<=[,.;\n]))\s*(?:k[yýí] t[eê]n|ng[uư][oờ]i (?:đặt|dat|gửi|gui|nhắn|nhan|đăng ký|dang ky)(?: (?:hộ|ho|giúp|giup|tin)(?= (?:là|la|:)|:))?)"
    rf"(?: (?:là|la))?\s*:?\s+(?P<name>[^,;\n\d]+?)(?=\s{_ROLE}|\s*[,;.\n]|$)",
    regex.IGNORECASE,
)
"""Who writes, and says so beside those who come."""

_HEAD = regex.compile(
    r"^\s*(?:tôi|toi|tui|em|con|cháu|chau|mình|minh)(?: (?:tên|ten))?(?: (?:là|la))? (?P<name>[^,;\n\d]+?)"
    rf" (?={_ROLE}\b[^,;\n\d]*[,;.\n].*\d)",
    regex.IGNORECASE,
)
"""The head of a village who says who he is before he names those who come."""

_WORDS = range(2, 6)
"""Of a name."""

_FULL = 3


def without_senders(text: str) -> str:
    """A text without who writes it, where that is said: "Ký tên: Hồ Văn Mai", "Tôi là Hồ Văn Mai trưởng bản Tuộc, …"."""

    def name_gone(found: regex.Match[str]) -> str:
        words = words_in(found["name"])
        return " " if len(words) in _WORDS and words[0].key in SURNAMES else str(found[0])

    return str(_SIGNED.sub(name_gone, _HEAD.sub(name_gone, text)))


def is_nobody(key: str) -> bool:
    """Whether words without a birth year, as a matching key, name nobody."""
    return _BEGINS_NOBODY.match(key) is not None or _IS_NOBODY.fullmatch(key) is not None


def is_remark(words: Sequence[Word]) -> bool:
    """Whether words that stand beside a birth year only put something right. "Năm 1970" in capitals is somebody."""
    if len(words) == 1 and words[0].key in ("nam", "no", "co", "lai", "dung", "moi", "la"):
        return False
    titled = all(word.written.istitle() for word in words)
    if words[1:2] and words[0].key in SURNAMES and (titled or words[1].key in MIDDLE_NAMES):
        return False  # Đỗ Thị Cò, Do Bo
    return all(word.key in _REMARKS for word in words)


def names_only(phrase: Sequence[Word], *, behind_others: bool) -> list[Word]:
    """The words of one item of a list without what they only tell of somebody; numbers stay.

    `behind_others`: somebody is named before it.
    """
    left: list[Word] = []
    for run, year_follows in _runs(phrase):
        if not run or run[0].is_number:
            left += run
            continue
        names = _without_sex(_cut(run), year_follows=year_follows)
        behind = behind_others or bool(left)
        whole = " ".join(word.key for word in names)
        if not (behind and not year_follows and _NOBODY.fullmatch(whole)):
            left += names
    return left


def _runs(phrase: Sequence[Word]) -> Iterator[tuple[list[Word], bool]]:
    """Words and single numbers in turn, and whether a number follows."""
    run: list[Word] = []
    for word in phrase:
        if word.is_number:
            yield run, True
            yield [word], False
            run = []
        else:
            run.append(word)
    yield run, False


def _cut(run: list[Word]) -> list[Word]:
    """The words up to those with which something is told."""
    for at in range(len(run)):
        if _tells(run, at):
            return run[:at]
    return run


def _tells(run: Sequence[Word], at: int) -> bool:
    keys = [word.key for word in run]
    if at and (keys[at - 1] in MIDDLE_NAMES or (at == 1 and keys[0] in SURNAMES)):
        return False
    pair = tuple(keys[at : at + 2])
    of_a_sign = pair[0] == "tuoi" and pair[-1] in _ZODIAC
    return pair in TELLING or of_a_sign or (keys[at] in ALONE and at > 0)


def _without_sex(run: list[Word], *, year_follows: bool) -> list[Word]:
    """ "nam Hồ Văn Mai" and "Hồ Thị Cố nữ 1983" without the word; Hoài Nam, Tố Nữ and Y Nữ are people."""
    keys = [word.key for word in run]
    if (
        keys[:1] in (["nam"], ["nu"])
        and keys[1:2]
        and keys[1] in SURNAMES
        and keys[2:3]
        and keys[2] in MIDDLE_NAMES
    ):
        run, keys = run[1:], keys[1:]
    whole = len(keys) > _FULL and keys[0] in SURNAMES and keys[1] in MIDDLE_NAMES
    # "nam" before a year is the word for it, and said there already.
    sexes = ("nu",) if year_follows else ("nu", "nam")
    return run[:-1] if whole and keys[-1] in sexes and run[-1].written.islower() else run
