"""Who says that our messages are not to stop: "tôi không muốn ngừng nhắn tin" is no word that stops them."""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside

STILL_TEXTS, STARTS_AGAIN, STOPS = "still_texts", "opt_in", "opt_out"
"""Flows: all is as before; messages again for who stopped them; the topic."""

_STOPS = r"(?:ngung|tu choi|cat tin|tat tin|huy nhan tin|huy tin|bo nhan tin|stop)"
_NOT_STOPPED = re.compile(
    # "Không, ngừng nhắn tin đi" stops them: behind "không" stands a word that makes it a no.
    rf"\b(?:khong|ko|k|kg|hk|hong|chua|chang)(?: (?:phai|co|he|muon|dinh|noi|bao|bieu|doi))+ (?:la )?{_STOPS}\b(?! (?:di|giup|luon))"
    rf"|\b(?:dung|xin dung|dung co|khoi|don t|do not) {_STOPS}\b"
)


def stops_nothing(said: Said) -> Onward | None:
    """That all is as before; who stopped them already has them again."""
    if said.understood.answer is not None or not _NOT_STOPPED.search(said.key):
        return None
    if said.understood.intent not in (None, STOPS, STARTS_AGAIN) or STILL_TEXTS not in said.script.flows:
        return None
    if said.wants_silence:
        return Onward(Start(STARTS_AGAIN), anew=True, noted_as=STARTS_AGAIN)
    return beside(said, STILL_TEXTS, noted_as=STILL_TEXTS)
