"""Asking Twilio whether a message of which we never learned was taken after all."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import requests
from twilio.base.exceptions import TwilioException

from helpdesk.channels.contract import FoundMessage, Outgoing, Unknown
from helpdesk.channels.twilio.answer import as_carried
from helpdesk.channels.twilio.send import NOT_UNDERSTOOD, cost_of, segments_of
from helpdesk.channels.twilio.status import STATUSES, error_code

if TYPE_CHECKING:
    from twilio.rest import Client
    from twilio.rest.api.v2010.account.message import MessageInstance

CLOCK_TOLERANCE = timedelta(minutes=90)
"""How far the clock of a small computer may be ahead of Twilio's: an hour is what it jumps by when its zone or its
battery was wrong, and a message not found for that reason would be sent twice. An older message with the same text
is told apart by its id, which is known within minutes."""

MOST_LISTED = 1000
"""Messages between one pair of numbers that are looked through: one page at Twilio."""

TRIAL_PREFIX = "Sent from your Twilio trial account - "


def find_message(
    client: "Client", outgoing: Outgoing, *, since: datetime, not_these: Collection[str]
) -> FoundMessage | Unknown | None:
    """The first message of Twilio's that is this one: same pair of numbers, same text, created since then,
    sent by the API or as a reply. None: Twilio answered and has it not.

    Twilio's own DateSent filter is not used: it says nothing of messages that are still queued.
    """
    try:
        listed = client.messages.list(to=outgoing.recipient, from_=outgoing.sender, limit=MOST_LISTED)
    except (TwilioException, requests.RequestException, *NOT_UNDERSTOOD) as error:
        return Unknown(f"Twilio could not be asked ({type(error).__name__})")
    earliest = since.astimezone(UTC) - CLOCK_TOLERANCE
    found = [
        message
        for message in listed
        if message.sid not in not_these
        and str(message.direction).startswith("outbound")
        and _same_text(message.body, outgoing.text)
        and message.date_created is not None
        and message.date_created >= earliest
    ]
    if found:
        return _as_found(min(found, key=_created))
    return Unknown("too many messages to this number to look through") if _cut_off(listed) else None


def _as_found(message: "MessageInstance") -> FoundMessage | Unknown:
    status = STATUSES.get(str(message.status))
    if status is None or not message.sid:
        return Unknown("Twilio has the message with a status that is not known here")
    return FoundMessage(
        provider_id=message.sid,
        status=status,
        code=error_code(message.error_code),
        segments=segments_of(message),
        cost=cost_of(message),
    )


def _created(message: "MessageInstance") -> datetime:
    return message.date_created or datetime.max.replace(tzinfo=UTC)


def _same_text(theirs: str | None, ours: str) -> bool:
    return (theirs or "").removeprefix(TRIAL_PREFIX).strip() == as_carried(ours).strip()


def _cut_off(listed: Sequence["MessageInstance"]) -> bool:
    return len(listed) >= MOST_LISTED
