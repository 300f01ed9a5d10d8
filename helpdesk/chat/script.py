"""The format of chat scripts.

# phone 0912345678      whose phone; may change in mid-script
# now 2026-12-01T09:00  the time it is (commune time); moves only here and by `# wait`
# wait 3d               time passes (30m, 2h, 3d), and what falls due is done
# ring                  she rings once and hangs up
# desk call             an official notes how this phone is told from now on: call, text
# desk called           an official has rung this phone as a call task asks; or `# desk not reached`
# desk cancels rain     an official calls off the day she is booked on; `# desk moves rain`, and gives her the next
                        place; `# desk postpones rain 2026-12-08` (or 2026-12-08T13:00); `# desk undoes`
# desk marks absent     an official marks who came: all of her last booking; came, absent, taken, taken_with_card …
# desk takes off        an official cancels her next booking, which she made by phone; `# desk other day` moves it
# mode ussd             from now on she dials: what she writes opens a session, or answers its page
# break                 her session ends
# deploy book.who renamed for_whom     from now on changed flows are running, see deploy.py; `# deploy shipped` ends it
> text                  she texts
< first line            an answer, further lines indented by two spaces; * any characters,
  second line           <code> a booking code, <date> a date
= booking 2 persons Cà Roòng 1     what the store holds for this phone; `= no booking` what it must not
// a remark
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.codes import is_code
from helpdesk.clock import in_our_time

MODES = ("sms", "ussd")

_CODE = re.compile(r"\b\d{5}\b")
DESK = ("call", "text", "called", "not reached", "takes off", "other day")
"""What an official can do about a phone: choose how it is told, say what came of a call, change its next booking."""

CHANGES = ("cancels", "moves", "postpones")
"""What an official can do about the day she is booked on, with a reason; "undoes" takes it back."""

_WAIT = re.compile(r"(\d+)\s*([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_WILD = {
    "*": r".*",
    "<code>": r"\d{5}",
    "<date>": r"(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2}/\d{1,2}",
}


class ChatScriptError(Exception):
    """A line of a script that cannot be read; `line` counts from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line


Value = str | datetime | timedelta
"""What stands behind the word of a setting; the empty string where nothing does."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`# word value`: what is set, or happens without a text of hers. The words are those of SETTINGS."""

    word: str
    value: Value = ""


@dataclass(frozen=True, slots=True)
class Text:
    """She texts; or dials, or keys in."""

    text: str


@dataclass(frozen=True, slots=True)
class Expect:
    """An answer expected next."""

    text: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A fact the store must hold, or with `absent` must not."""

    fact: str
    absent: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What is written for whoever reads the script."""

    text: str


Move = Setting | Text | Expect | Holds | Remark


@dataclass(frozen=True, slots=True)
class Line:
    """One move, where it stands, and how it is written."""

    number: int
    move: Move
    written: str


def parse(source: str) -> list[Line]:
    """Read a script. Raises ChatScriptError at the first line that cannot be read."""
    return list(_lines(source))


def _lines(source: str) -> Iterator[Line]:
    answer: tuple[int, list[str]] | None = None
    for number, raw in enumerate(source.splitlines(), start=1):
        if raw.startswith("  ") and answer:
            answer[1].append(raw)
            continue
        if answer:
            yield _expected(*answer)
            answer = None
        if raw.startswith("<"):
            answer = (number, [raw])
        elif raw.strip():
            yield Line(number, _move(number, raw), raw)
    if answer:
        yield _expected(*answer)


def _expected(number: int, lines: Sequence[str]) -> Line:
    first, *more = lines
    text = "\n".join([first[1:].removeprefix(" "), *(line[2:] for line in more)])
    return Line(number, Expect(text), "\n".join(lines))


def _move(number: int, raw: str) -> Move:
    if raw.startswith(">"):
        return Text(raw[1:].removeprefix(" "))
    if raw.startswith("="):
        fact = raw[1:].strip()
        return Holds(fact.removeprefix("no "), absent=fact.startswith("no "))
    if raw.startswith("//"):
        return Remark(raw)
    if raw.startswith("#"):
        return _setting(number, raw[1:].strip())
    raise ChatScriptError(number, "a line begins with #, >, <, = or //, or with two spaces after an answer")


def _setting(number: int, setting: str) -> Setting:
    word, _, value = setting.partition(" ")
    if word not in SETTINGS:
        raise ChatScriptError(number, f"# {setting}: known are {', '.join(SETTINGS)}")
    try:
        return Setting(word, SETTINGS[word](value.strip()))
    except ValueError as error:
        raise ChatScriptError(number, f"# {setting}: {error}") from error


def _words(value: str) -> str:
    if not value:
        raise ValueError("something is missing behind it")
    return value


def _nothing(value: str) -> str:
    if value:
        raise ValueError("nothing may stand behind it")
    return value


def _one_of(*known: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in known:
            raise ValueError(f"known are {', '.join(known)}")
        return value

    return read


def _desk(value: str) -> str:
    verb, *more = value.split() or [""]
    if value in DESK or value == "undoes" or (verb == "marks" and more[:1] in [[one] for one in Outcome]):
        return value
    if verb not in CHANGES or not more or more[0] not in set(Reason):
        changes = ", ".join(f"{change} REASON" for change in CHANGES)
        marks = f"marks {'|'.join(Outcome)}"
        raise ValueError(
            f"known are {', '.join(DESK)}, {changes}, undoes, {marks}; reasons are {', '.join(Reason)}"
        )
    if (verb == "postpones") != (len(more) == 2):
        raise ValueError("write postpones REASON DAY, and the day behind nothing else")
    if verb == "postpones":
        _time(more[1])
    return value


def _time(value: str) -> datetime:
    return in_our_time(datetime.fromisoformat(value))


def _span(value: str) -> timedelta:
    found = _WAIT.fullmatch(value)
    if not found:
        raise ValueError("write 30m, 2h or 3d")
    if len(found[1]) > 4:
        raise ValueError("at most 9999 at once")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


SETTINGS: Mapping[str, Callable[[str], Value]] = {
    "phone": _words,
    "now": _time,
    "wait": _span,
    "ring": _nothing,
    "desk": _desk,
    "mode": _one_of(*MODES),
    "break": _nothing,
    "deploy": _words,
}
"""Every word that may stand behind `#`, and how what follows it is read; ValueError says what is wrong with that."""


def matches(expected: str, actual: str) -> bool:
    """Whether an answer is what was expected, wildcards included."""
    pieces = re.split(r"(\*|<code>|<date>)", expected)
    pattern = "".join(_WILD.get(piece, re.escape(piece)) for piece in pieces)
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


def written(text: str) -> str:
    """An answer as it stands in a script: booking codes, which are drawn by lot, stand as <code>."""
    first, *more = _CODE.sub(lambda found: "<code>" if is_code(found[0]) else found[0], text).split("\n")
    return "\n".join([f"< {first}", *(f"  {line}" for line in more)])
