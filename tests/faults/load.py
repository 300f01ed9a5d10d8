"""Residents who book, some at the same time, through a provider that repeats what is not answered."""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http.client import HTTPException
from itertools import cycle
from threading import Event
from types import TracebackType
from typing import Self

from tests.support.fake_twilio import FakeTwilio
from tests.support.twilio_requests import new_sid

BOOKING = ("DAT", "1", "1", "HO THI MAI 1954", "1")
SORRY = "Xin loi, may gap truc trac."
"""How an answer begins after which she is to text the same again."""

AT_ONCE = 4
PATIENCE_S = 60.0
PAUSE_S = 0.05
"""Twilio's own is longer."""


class Load:
    """A context manager, which has them begin; `heard` are the ids of the texts that were answered 200.

    The first go on with other texts until `finish`, the others come then: there is a load for as long as it is needed.
    """

    def __init__(self, twilio: FakeTwilio, webhook: str, reach: str, *, phones: Sequence[str]) -> None:
        self.twilio, self.webhook, self.reach = twilio, webhook, reach
        self.heard: set[str] = set()
        self.refused = 0
        self._phones = phones
        self._enough = Event()
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._residents: list[Future[None]] = []

    def __enter__(self) -> Self:
        self._residents = [self._pool.submit(self._book, phone) for phone in self._phones]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._enough.set()
        self._pool.shutdown(cancel_futures=True)

    def finish(self) -> None:
        """Until each has booked. What went wrong in a thread is raised here."""
        self._enough.set()
        for resident in self._residents:
            resident.result(PATIENCE_S)

    def _book(self, phone: str) -> None:
        for words in BOOKING:
            while any(answer.startswith(SORRY) for answer in self._texted(phone, words)):
                time.sleep(PAUSE_S)
        for words in cycle(("MENU", "2", "MENU", "1", "XEM")):
            if self._enough.is_set():
                break
            self._texted(phone, words)

    def _texted(self, phone: str, words: str) -> list[str]:
        """The answers to a text, delivered again and again until it is answered 200."""
        sid, deadline = new_sid(), time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                answer = self.twilio.text(self.webhook, words, sender=phone, sid=sid, reach=self.reach)
            except (OSError, HTTPException):
                self.refused += 1
            else:
                if answer.http.status == 200:
                    self.heard.add(sid)
                    return [reply.body for reply in answer.replies]
                assert answer.http.status >= 500, "a provider does not repeat what was refused"
                self.refused += 1
            time.sleep(PAUSE_S)
        raise AssertionError(f"{words!r} was not answered within {PATIENCE_S:g} seconds")
