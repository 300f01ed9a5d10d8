"""How long a message is worth sending: after that it is dropped, or not tried again."""

from datetime import datetime, timedelta

from helpdesk.messaging.states import Kind

ANSWER_USEFUL = timedelta(hours=12)
"""An answer that did not arrive within this is not sent any more: the conversation has gone on."""

OTHERS_USEFUL = timedelta(days=7)
"""An end for whatever we start without saying until when it matters."""


def useful_until(kind: str, *, stated: datetime | None, created_at: datetime) -> datetime:
    """The moment from which a message of this kind is of no use: the one it states itself, else by its age."""
    if stated is not None:
        return stated
    return created_at + (ANSWER_USEFUL if kind == Kind.REPLY.value else OTHERS_USEFUL)
