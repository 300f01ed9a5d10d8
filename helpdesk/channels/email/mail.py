"""A message of ours as the bytes of a mail (RFC 5322, MIME).

Everything in a header may have come from a stranger's text: it is made one line before it gets there.
"""

import hashlib
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from helpdesk.channels.contract import Attachment, Outgoing

_POLICY = SMTP.clone(cte_type="7bit")
"""Lines end with CRLF, and no server on the way needs to know 8BITMIME."""


def compose(outgoing: Outgoing, *, written_at: datetime) -> bytes:
    """The whole mail. The same message always has the same Message-ID, whenever it is written."""
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = outgoing.sender
    mail["To"] = outgoing.recipient
    mail["Date"] = format_datetime(written_at)
    mail["Message-ID"] = message_id(outgoing)
    # RFC 3834: no holiday notices in answer to a machine.
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(_storable(outgoing.text))
    for attachment in outgoing.attachments:
        _attach(mail, attachment)
    return _subject(outgoing.subject or "") + mail.as_bytes()


def message_id(outgoing: Outgoing) -> str:
    """Made from our outbox id and what the message is about, so that a repeat can be known as one."""
    about = hashlib.sha256(outgoing.intent.encode("utf-8", "replace")).hexdigest()[:16]
    domain = outgoing.sender.rpartition("@")[2]
    return f"<{outgoing.message_id}.{about}@{domain}>"


def _subject(text: str) -> bytes:
    # Not by EmailMessage: where it folds long Vietnamese it loses spaces ("thứtư"; Python 3.11).
    encoded = Header(one_line(text), "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {encoded}\r\n".encode("ascii")


def one_line(text: str) -> str:
    """The text without line breaks and other characters that steer: nothing in it can begin a header."""
    plain = " ".join("".join(char if char.isprintable() else " " for char in _storable(text)).split())
    # RFC 2047: what looks encoded would be decoded by the reader, line breaks and all.
    return plain.replace("=?", "= ?")


def _attach(mail: EmailMessage, attachment: Attachment) -> None:
    main, _, sub = attachment.media_type.partition("/")
    mail.add_attachment(
        attachment.content,
        maintype=main,
        subtype=sub,
        filename=one_line(attachment.name).replace("/", "-"),
        # Our texts are all UTF-8, and a reader that is not told so guesses.
        params={"charset": "utf-8"} if main == "text" else None,
    )


def _storable(text: str) -> str:
    # Halves of surrogate pairs are no characters and cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")
