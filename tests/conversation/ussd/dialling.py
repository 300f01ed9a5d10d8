"""A phone that dials: sessions of one contact, and what its screen shows."""

import secrets
from dataclasses import dataclass, field
from functools import cached_property

from helpdesk.conversation.ussd.dial import Dial, Page, dial
from helpdesk.messaging import gateways
from helpdesk.messaging.gateways import Gateway
from helpdesk.text.segments import outside_gsm7, septets
from tests.support.builders import RESIDENT, Someone
from tests.support.service import Service

CODE = "*123#"


@dataclass
class Dialler:
    """Dials and keys in; every page it is shown is held to what a page may be."""

    service: Service
    who: Someone = RESIDENT
    session: str = ""
    turn: int = 0
    page: Page = field(default=Page("", goes_on=False))

    @cached_property
    def gateway(self) -> Gateway:
        """An operator's USSD gateway."""
        with self.service.engine.begin() as db:
            gateways.ensure(db, channel="ussd", address=CODE)
            (found,) = [way for way in gateways.known(db) if way.channel == "ussd"]
        return found

    def dial(self, text: str = CODE) -> str:
        """Open a new session; its first page."""
        self.session, self.turn = secrets.token_hex(8), 0
        return self.send(text)

    def key(self, *texts: str) -> str:
        """Key in one answer after the other; the page that the last is given."""
        for text in texts:
            assert self.page.goes_on, f"the session was over: {self.page.text}"
            self.send(text)
        return self.page.text

    def send(self, text: str) -> str:
        """The next turn of the session."""
        self.turn += 1
        self.page = self.again(text)
        return self.page.text

    def again(self, text: str, *, turn: int | None = None) -> Page:
        """This turn (or an earlier one) as the network repeats it."""
        call = Dial(self.session, turn or self.turn, self.who.phone, text, self.gateway)
        with self.service.runtime.transaction(nudge=False) as db:
            page = dial(db, call, self.service.runtime.house)
        assert (septets(page.text) <= 182, outside_gsm7(page.text), bool(page.text)) == (True, (), True)
        return page
