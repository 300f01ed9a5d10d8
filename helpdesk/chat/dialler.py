"""The USSD side of a phone in the terminal: what it keys in, and the session that breaks when nobody does."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.conversation.ussd.dial import Dial, Page, dial
from helpdesk.conversation.ussd.sessions import LONGEST_WAIT
from helpdesk.runtime import Runtime

NO_SESSION = Page("", goes_on=False)


@dataclass
class Dialler:
    """One number that dials. `*123#` opens a session, and so does whatever is keyed in while none is open."""

    runtime: Runtime
    address: str
    session: str = ""
    turn: int = 0
    page: Page = NO_SESSION
    keyed_at: datetime = field(init=False)

    def key(self, text: str) -> Page:
        """Dial, or answer the page before her; the page that comes."""
        now = self.runtime.clock.now()
        if not self.page.goes_on or now - self.keyed_at > LONGEST_WAIT or _is_dialled(text):
            self.session, self.turn = uuid.uuid4().hex, 0
        self.turn, self.keyed_at = self.turn + 1, now
        gateway = self.runtime.gateway("simulator", "")
        call = Dial(self.session, self.turn, self.address, text, gateway)
        self.page = self.runtime.turn(lambda db: dial(db, call, self.runtime.house))
        return self.page

    def hang_up(self) -> None:
        """The session breaks."""
        self.page = NO_SESSION


def _is_dialled(text: str) -> bool:
    return text.startswith("*") and text.endswith("#")
