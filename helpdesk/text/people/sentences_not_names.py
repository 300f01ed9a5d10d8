"""Sentences that look like a name where names are asked for: "toi khong nho nam sinh", "doi chut", "ca nha".

Whoever is asked "ai?" and answers with a sentence is asked once more: nobody called Khong Nho Nam Sinh comes. A surname
in front makes a name of every word, so that only words that nobody is called in a row make a sentence behind one.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES

_TELLING = frozenset(
    " ".join(
        (
            "khong ko chua duoc dc bao gi sao muon can biet hieu hoi nguoi moi qua troi toi tui minh "
            "nhung rang the lam roi dang nao cua lai cho gio nhieu may dau nay kia voi phai neu nen vi "
            "thi rat tat hang xom dit dm xa het di oi",
        )
    ).split()
)
"""Words of sentences that, folded, are few people's names."""

_SURE = frozenset(
    " ".join(
        ("khong ko chua duoc dc gi muon biet hieu hoi qua troi nhung toi tui nguoi dit dm rang neu phai",)
    ).split()
)
"""Those of which one is enough among three words without a surname."""

_PHRASES = frozenset(
    {
        *(
            "doi chut",
            "cho chut",
            "doi ti",
            "cho ti",
            "chut nua",
            "lat nua",
            "ti nua",
            "tu tu",
            "doi da",
            "de coi",
        ),
        *(
            "de xem",
            "ca nha",
            "gia dinh",
            "moi nguoi",
            "tat ca",
            "ca lang",
            "ca xom",
            "mua qua",
            "nhu cu",
            "ca ban",
            "ca ho",
            "hang xom",
            "ba con",
        ),
        *(
            "xa qua",
            "lau qua",
            "ban qua",
            "met qua",
            "kho qua",
            "troi oi",
            "oi troi",
            "troi mua",
            "mua to",
            "hom nay",
        ),
        *(
            "ngay mai",
            "hom qua",
            "chieu nay",
            "sang mai",
            "toi nay",
            "mai mot",
            "cam on",
            "xin loi",
            "lam sao",
            "the nao",
        ),
        *(
            "tai sao",
            "bao gio",
            "khi nao",
            "o dau",
            "cai gi",
            "du ma",
            "dit me",
            "het roi",
            "xong roi",
            "nham roi",
        ),
    }
)
"""Two words that are nobody, though each may be called so."""

_ASKS = frozenset({"o dau", "bao nhieu", "bao lau", "khi nao", "the nao", "lam sao", "tai sao", "may gio"})
"""Two words of a question: with them in a row it is nobody, whatever stands in front."""

NOBODY_NAMED = frozenset(
    f"{kin}{whose}"
    for kin in (
        "ba noi",
        "ba ngoai",
        "ong noi",
        "ong ngoai",
        "ca nha",
        "ca gia dinh",
        "hai vo chong",
        "vo chong",
    )
    for whose in ("", " toi", " tui", " em", " con", " chau", " minh", " nha toi")
)
"""Whole texts, as matching keys, that speak of people without a name."""

_NEVER_NAMES = (
    "à ạ ai ấy bởi các cái chứ cơ cũng của cùng đã đang đâu đây để đến đi đó được đổi gì hôm hơn kia là lại lắm lên lúc mà mấy "
    "mỗi mới nào này nên nếu nhầm nhé những nó nơi nữa ơ ơi ở phải qua ra rằng rồi rứa sao sẽ tên thật tại tê thêm theo thì thôi "
    "trước vào vẫn vậy về vì vô với xin xong ừ bao bị bỏ buổi không chưa ngày tuần tháng giờ hẹn mình tôi tui nhắn gửi biết hỏi "
    "lần cũ giống ủa đặt chờ chút bận nhờ giùm giúp quá cứ luôn người đứa thằng nhiều quên nghĩ bảo đợi khoan mệt chậm trả lời nói khác ơn vậy"
)
_NAMES_TOO = (
    "ba bà bảy bốn chín cả chị cho có con cô cứ cậu hai mai mẹ mốt một muốn nam năm ngoài nhà như sang sáng sáu sau tám "
    "thu thứ trong tư từ vợ ông bố cháu hộ già lớn bé nhỏ mưa nắng xa gần đường làm việc rẫy ít tí chồng trai gái nội gia đình đau ốm nhớ lâu đông"
)
SPELT_TALK = {
    key: frozenset(spelt for spelt in f"{_NEVER_NAMES} {_NAMES_TOO}".split() if matching_key(spelt) == key)
    for key in map(matching_key, f"{_NEVER_NAMES} {_NAMES_TOO}".split())
}
"""Words that sentences are made of, as they are spelt, by their matching keys. "Chú" is no "chứ", and "Độ" no "đó"."""
_NEVER = frozenset(map(matching_key, _NEVER_NAMES.split()))
_ALONE_TOO = _NEVER - frozenset(
    " ".join(
        (
            "an bo de den do luc ma mo no o u oi van vi thi co be cung lan cu dat cho ban nho qua nghi bao dua quen thang tra noi loi cham "
            "khoan khac",
        )
    ).split()
)
"""Those that are rarely a name without their accents, too, so that one of them shows what the others are."""
_ONE_WORD = frozenset(
    " ".join(
        ("chứ thôi để đó đã mà cơ nhé nhầm nữa rồi thì gì ạ ừ đi đây chút già cái lớn nhỏ bận hộ",)
    ).split()
)
"""Nobody's name, where nothing else is said."""


_OF_HERE = frozenset(["ho", "y", "dinh", "cao", "nguyen", "tran", "le", "pham"])
"""Surnames that are rarely another word."""
_SURNAME_AND_NAME = 2


_NOBODY_BEHIND = {"ho": ("toi", "tui"), "y": ("toi", "tui", "kien", "te")}
"""Words with which "ho" and "y" are no surname: "hộ tôi", "ý kiến"."""


def is_talk(written: Sequence[str]) -> bool:
    """Whether words are all such as sentences are made of, "thôi để thứ", "tu tu da", "chứ ai", or say no more behind a
    surname than that it is none: "Cao chứ không phải".

    `written`: as typed. One word alone is nobody only where its accent says so: "chứ", and not "Chu".
    """
    keys = [matching_key(word) for word in written]
    if _puts_right(keys) or (len(keys) > 1 and keys[1] in _NOBODY_BEHIND.get(written[0].casefold(), ())):
        return True
    if len(keys) == 1:
        return unicodedata.normalize("NFC", written[0]).casefold() in _ONE_WORD
    plain = [key for word, key in zip(written, keys, strict=True) if word.isascii()]
    surnames = _OF_HERE if len(keys) > _SURNAME_AND_NAME else SURNAMES
    if not MIDDLE_NAMES.isdisjoint(plain) or (keys[:1] == plain[:1] and not surnames.isdisjoint(keys[:1])):
        return False
    if not keys or not all(_is_of_talk(word, key) for word, key in zip(written, keys, strict=True)):
        return False
    shown = any(not word.isascii() and key in _NEVER for word, key in zip(written, keys, strict=True))
    return shown or not _ALONE_TOO.isdisjoint(keys)


def _puts_right(keys: Sequence[str]) -> bool:
    """Whether a surname is said, and that it is, or is not, the right one: "ho cao chu khong phai"."""
    behind = [key for key in keys if key not in SURNAMES]
    return len(behind) > 1 and {"khong", "phai"} <= set(behind) <= _RATHER


_RATHER = frozenset(["chu", "khong", "phai", "ma", "la", "dung", "moi"])


def _is_of_talk(word: str, key: str) -> bool:
    known = SPELT_TALK.get(key)
    return known is not None and (word.isascii() or unicodedata.normalize("NFC", word).casefold() in known)


def is_sentence(written: Sequence[str]) -> bool:
    """Whether the words of what stands where a name is asked for, as typed, are a sentence."""
    keys = [matching_key(word) for word in written]
    if is_talk(written):
        return True
    if len(keys) < 2:
        return False
    if any(" ".join(pair) in _ASKS for pair in pairwise(keys)):
        return True
    telling = sum(key in _TELLING for key in keys)
    if keys[0] in SURNAMES:
        behind = keys[1:]
        told = sum(key in _TELLING for key in behind) > 1 or not _SURE.isdisjoint(behind)
        return len(keys) > 3 and keys[1] not in MIDDLE_NAMES and told
    if len(keys) == 2:
        return " ".join(keys) in _PHRASES or keys[1] == "nguoi"  # five of them, and nobody called Năm
    if keys[1] in MIDDLE_NAMES:
        return sum(key in _TELLING for key in keys[2:]) > 1
    return telling >= 2 or not _SURE.isdisjoint(keys)
