"""Texts as phones, thumbs and machines make them: what people mean, said in every way, and what nobody means."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.wordings import wordings
from helpdesk.conversation.understanding.words import STRONG, WEAK

NAMES = (
    "Ho Van A 1985",
    "Hồ Thị Mai 1954, HO VAN BA 60",
    "Y Leng",
    "Huy",
    "Đạt",
    "mai",
    "HO THI B 1990;HO C 2001",
)
PLACES = ("ca roong", "bản Cà Roòng 1", "Y Leng", "trung tam xa", "Dan Hoa", "ban khong co")
DAYS = ("mai", "thu 4", "thứ tư tuần sau", "25/12", "31/2", "30 tet", "99/99/9999", "chu nhat", "T7 8h")
WISHES = (
    "DK HO VAN A 1985, HO THI B 1990 CA ROONG 1 THU 4",
    "toi muon huy cho",
    "khi nao can bo den ban",
    "mat the roi lam sao",
    "co mat tien khong",
    "goi lai cho toi 0912345678",
    "ai do hoi ma otp cua toi",
    "how much does it cost",
    "ok", "vâng", "dạ", "ko", "thôi", "1", "so 2", "hai", "???", "cam on nhieu",
)  # fmt: skip
_NOISE = "😀🇻🇳👨‍👩‍👧‍👦❤️‍🔥\u200b\u200f\u202e\u2066\ufeff\u0000\u0007\u001b\r\t\n\ud83d漢字кирил ١٢٣½²€{}[]^~|\\%&#@<>'\"`;--"
_TELEX = {"́": "s", "̀": "f", "̉": "r", "̃": "x", "̣": "j", "̂": "a", "̆": "w", "̛": "w"}
_VNI = {"́": "1", "̀": "2", "̉": "3", "̃": "4", "̣": "5", "̂": "6", "̆": "8", "̛": "7"}
LONGEST = 1600


@dataclass(frozen=True, slots=True)
class AnyText:
    """A text; `secret`: digits in it that must not be kept."""

    text: str
    secret: str | None = None


class AnyTexts:
    """Texts drawn by `chance`, from what a script's own residents could say."""

    def __init__(self, script: Script, chance: Random) -> None:
        self.chance = chance
        labels = [wording.words for wording in wordings(script) if wording.part.startswith("choice")]
        self.labels = sorted(set(labels))
        self.words = sorted({*STRONG, *WEAK})

    def draw(self) -> AnyText:
        """One text: something that is meant, changed up to three times; sometimes with a number that is secret."""
        text = self._meant()
        for _ in range(self.chance.choice((0, 0, 1, 1, 2, 3))):
            text = self.chance.choice(_CHANGES)(text, self.chance)
        if self.chance.random() < 0.1:
            # Six digits are a one-time code; an identity number has twelve, and begins with the 0 of its province.
            digits = "".join(self.chance.choice("123456789") for _ in range(11))
            secret = self.chance.choice((digits[:6], f"0{digits}"))
            # Not right behind digits of the text, with which it could be a phone number.
            return AnyText(f"{text[:200]} ma {secret}", secret)
        return AnyText(text[: 2 * LONGEST])

    def _meant(self) -> str:
        kinds: Sequence[Callable[[], str]] = (
            lambda: str(self.chance.randint(0, 99)),
            lambda: str(self.chance.randint(1, 4)),
            lambda: self.chance.choice(self.words),
            lambda: self.chance.choice(self.labels),
            lambda: self.chance.choice(NAMES),
            lambda: self.chance.choice(PLACES),
            lambda: self.chance.choice(DAYS),
            lambda: self.chance.choice(WISHES),
            lambda: " ".join(self.chance.choices((*NAMES, *PLACES, *DAYS, *WISHES), k=3)),
            self._rubbish,
        )
        return self.chance.choice(kinds)()

    def _rubbish(self) -> str:
        size = self.chance.choice((0, 1, 3, 30, LONGEST))
        if self.chance.random() < 0.5:
            return "".join(self.chance.choices(_NOISE, k=size))
        return "".join(chr(self.chance.randrange(1, 0xD800)) for _ in range(size))


def _typo(text: str, chance: Random) -> str:
    if not text:
        return text
    place = chance.randrange(len(text))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz ")
    kinds = (
        text[:place] + text[place + 1 :],
        text[:place] + letter + text[place:],
        text[:place] + letter + text[place + 1 :],
    )
    return chance.choice(kinds)


def _leaked(keys: dict[str, str]) -> Callable[[str, Random], str]:
    def leak(text: str, _chance: Random) -> str:
        plain = unicodedata.normalize("NFD", text).replace("đ", "dd").replace("Đ", "DD")
        return "".join(keys.get(letter, letter) for letter in plain)

    return leak


def _sown(text: str, chance: Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + "".join(chance.choices(_NOISE, k=chance.randint(1, 4))) + text[place:]


_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _typo,
    _typo,
    _leaked(_TELEX),
    _leaked(_VNI),
    _sown,
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, _: text.upper(),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: f"da {text} a",
    lambda text, _: f"  {text} !!!",
    lambda text, _: "\u202e" + "\u200b".join(text),
    lambda text, _: (f"{text} " * LONGEST)[:LONGEST],
)
