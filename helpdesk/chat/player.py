"""Playing a chat script: what happened, beside what was expected."""

import difflib
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk.chat.deploy import deploy
from helpdesk.chat.desk import act
from helpdesk.chat.holdings import holdings
from helpdesk.chat.phone import Phone, pass_time
from helpdesk.chat.practice import practice_runtime
from helpdesk.chat.script import (
    ChatScriptError,
    Expect,
    Holds,
    Line,
    Remark,
    Setting,
    Text,
    matches,
    parse,
    written,
)
from helpdesk.clock import FixedClock, as_utc
from helpdesk.conversation.engine.advance import EngineError
from helpdesk.runtime import Runtime

DEFAULT_PHONE = "0912345678"


def play(source: str, *, mode: str = "sms") -> list[str]:
    """Play a script on a fresh practice store, in this mode until it says otherwise; what happened, line by line.

    Equal to the source's own lines when all went as expected. Raises ChatScriptError for a line that cannot be
    read.
    """
    lines = parse(source)
    start = _begin(lines)
    clock = FixedClock(start)
    with TemporaryDirectory() as folder:
        runtime = practice_runtime(clock, data=Path(folder))
        try:
            return _Player(runtime, clock, mode).play(lines)
        finally:
            runtime.close()


def difference(source: str, happened: Sequence[str]) -> str:
    """A diff from what was expected to what happened; empty when they agree."""
    expected = [line for line in source.splitlines() if line.strip()]
    return "\n".join(difflib.unified_diff(expected, happened, "expected", "happened", lineterm="", n=2))


class _Player:
    def __init__(self, runtime: Runtime, clock: FixedClock, mode: str) -> None:
        self.runtime, self.clock, self.mode = runtime, clock, mode
        self.phones: dict[str, Phone] = {}
        self.phone = self._pick(DEFAULT_PHONE)
        self.arrived: list[str] = []
        self.out: list[str] = []

    def play(self, lines: Sequence[Line]) -> list[str]:
        for place, line in enumerate(lines):
            if isinstance(line.move, Remark | Holds) and not _still_expected(lines[place:]):
                self._unexpected()  # what is said of an answer stands behind it
            self._play(line)
        self._unexpected()
        return self.out

    def _pick(self, number: str) -> Phone:
        return self.phones.setdefault(number, Phone(self.runtime, number))

    def _play(self, line: Line) -> None:
        move = line.move
        if isinstance(move, Setting | Text):
            self._unexpected()
        match move:
            case Text(text):
                self.out.append(line.written)
                self.arrived = self._say(text, line.number)
            case Expect(text):
                self._expect(text)
            case Holds(fact, absent):
                self._holds(fact, absent=absent)
            case Remark():
                self.out.append(line.written)
            case Setting():
                self.out.append(line.written)
                self.arrived = self._set(move, line.number)

    def _say(self, text: str, number: int) -> list[str]:
        try:
            return self.phone.dial(text) if self.mode == "ussd" else self.phone.text(text)
        except EngineError as error:
            raise ChatScriptError(number, f"the flows cannot go on: {error}") from error

    def _set(self, setting: Setting, number: int) -> list[str]:
        """Do what a setting says; what arrives."""
        match setting:
            case Setting("phone", str() as whose):
                self.phone = self._pick(whose)
            case Setting("now", datetime() as at):
                pass_time(self.runtime, self.clock, as_utc(at), phones=self.phones.values())
            case Setting("wait", timedelta() as span):
                until = self.clock.now() + span
                pass_time(self.runtime, self.clock, until, phones=self.phones.values())
            case Setting("mode", str() as mode):
                self.mode = mode
            case Setting("ring"):
                return self.phone.ring()
            case Setting("desk", str() as done):
                act(self.runtime, self.phone.address, done)
            case Setting("break"):
                self.phone.dialler.hang_up()
            case Setting("deploy", str() as change):
                self._deploy(change, number)
        return self.phone.arrived()

    def _deploy(self, change: str, number: int) -> None:
        try:
            deploy(self.runtime, change)
        except ValueError as error:
            raise ChatScriptError(number, f"# deploy {change}: {error}") from error

    def _expect(self, text: str) -> None:
        if not self.arrived:
            return  # an answer that did not come is missing from what happened
        actual = self.arrived.pop(0)
        self.out += written(text if matches(text, actual) else actual).split("\n")

    def _holds(self, fact: str, *, absent: bool) -> None:
        held = holdings(self.runtime, self.phone.address)
        found = any(matches(fact, one) or one.startswith(f"{fact} ") for one in held)
        if absent != found:
            self.out.append(f"= no {fact}" if absent else f"= {fact}")
        elif absent:
            self.out += [f"= {one}" for one in held]

    def _unexpected(self) -> None:
        for actual in self.arrived:
            self.out += written(actual).split("\n")
        self.arrived = []


def _still_expected(lines: Sequence[Line]) -> bool:
    """Whether an answer is written down before anything else happens."""
    for line in lines:
        match line.move:
            case Expect():
                return True
            case Setting() | Text():
                return False
    return False


def _begin(lines: Sequence[Line]) -> datetime:
    for line in lines:
        match line.move:
            case Setting("now", datetime() as at):
                return at
    raise ChatScriptError(1, "a script says what time it is before anything happens: # now 2026-12-01T09:00")
