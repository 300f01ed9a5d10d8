"""The format of chat scripts.

# phone 0912345678      whose phone; may change in mid-script
# now 2026-12-01T09:00  the time it is (commune time); moves only here and by `# wait`
# wait 3d               time passes (30m, 2h, 3d), and what falls due is done
# ring                  she rings once and hangs up
# desk call             an official notes how this phone is told from now on: call, text
# desk called           an official has rung this phone as a call task asks; or `# desk not reached`
# mode ussd             from now on she dials: what she writes opens a session, or answers its page
# break                 her session ends
> text                  she texts
< first line            an answer, further lines indented by two spaces; * any characters,
  second line           <code> a booking code, <date> a date
= booking 2 persons Cà Roòng 1     what the store holds for this phone; `= no booking` what it must not
// a remark
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.booking.codes import is_code
from helpdesk.clock import in_our_time

MODES = ("sms", "ussd")

_CODE = re.compile(r"\b\d{5}\b")
DESK = ("call", "text", "called", "not reached")
"""What an official can do about a phone: choose how it is told, and say what came of a call."""

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


@dataclass(frozen=True, slots=True)
class SetPhone:
    number: str


@dataclass(frozen=True, slots=True)
class SetNow:
    at: datetime


@dataclass(frozen=True, slots=True)
class Wait:
    span: timedelta


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A call that nobody takes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an official does about this phone: one of DESK."""

    done: str


@dataclass(frozen=True, slots=True)
class SetMode:
    """Whether she texts or dials from now on: sms, ussd."""

    mode: str


@dataclass(frozen=True, slots=True)
class Break:
    """Her USSD session ends."""


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
    text: str


Move = SetPhone | SetNow | SetMode | Wait | Ring | Desk | Break | Text | Expect | Holds | Remark


@dataclass(frozen=True, slots=True)
class Line:
    """One move and where it stands."""

    number: int
    move: Move


def parse(source: str) -> list[Line]:
    """Read a script. Raises ChatScriptError at the first line that cannot be read."""
    return list(_lines(source))


def _lines(source: str) -> Iterator[Line]:
    pending: tuple[int, list[str]] | None = None
    for number, raw in enumerate(source.splitlines(), start=1):
        if raw.startswith("  ") and pending:
            pending[1].append(raw[2:])
            continue
        if pending:
            yield Line(pending[0], Expect("\n".join(pending[1])))
            pending = None
        if not raw.strip():
            continue
        if raw.startswith("<"):
            pending = (number, [raw[1:].removeprefix(" ")])
            continue
        yield Line(number, _move(number, raw))
    if pending:
        yield Line(pending[0], Expect("\n".join(pending[1])))


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


def _setting(number: int, setting: str) -> Move:
    word, _, value = setting.partition(" ")
    try:
        match word:
            case "phone":
                return SetPhone(value.strip())
            case "now":
                return SetNow(in_our_time(datetime.fromisoformat(value.strip())))
            case "wait":
                return Wait(_span(value.strip()))
            case "ring" if not value:
                return Ring()
            case "desk" if value.strip() in DESK:
                return Desk(value.strip())
            case "mode" if value.strip() in MODES:
                return SetMode(value.strip())
            case "break" if not value:
                return Break()
    except ValueError as error:
        raise ChatScriptError(number, f"# {setting}: {error}") from error
    raise ChatScriptError(number, f"# {setting}: known are phone, now, mode, wait, ring, desk and break")


def _span(value: str) -> timedelta:
    found = _WAIT.fullmatch(value)
    if not found:
        raise ValueError("write 30m, 2h or 3d")
    if len(found[1]) > 4:
        raise ValueError("at most 9999 at once")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def matches(expected: str, actual: str) -> bool:
    """Whether an answer is what was expected, wildcards included."""
    pieces = re.split(r"(\*|<code>|<date>)", expected)
    pattern = "".join(_WILD.get(piece, re.escape(piece)) for piece in pieces)
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


def written(text: str) -> str:
    """An answer as it stands in a script: booking codes, which are drawn by lot, stand as <code>."""
    first, *more = _CODE.sub(lambda found: "<code>" if is_code(found[0]) else found[0], text).split("\n")
    return "\n".join([f"< {first}", *(f"  {line}" for line in more)])
