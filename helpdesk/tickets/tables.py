"""Tables of the tickets room."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, one_of, ref, when, word


class TicketKind(StrEnum):
    """What is asked of an official."""

    QUESTION = "question"
    CALLBACK = "callback"
    ERASURE = "erasure"
    HOME_VISIT = "home_visit"
    SIM = "sim"
    PHONE_LOAN = "phone_loan"


class TicketState(StrEnum):
    """Where a ticket is."""

    OPEN = "open"
    CLOSED = "closed"


ALLOWED: dict[TicketState, frozenset[TicketState]] = {
    TicketState.OPEN: frozenset({TicketState.CLOSED}),
    TicketState.CLOSED: frozenset(),
}

tickets = sa.Table(
    "tickets",
    metadata,
    id_column(),
    ref("commune_id", "communes.id", null=True),
    ref("contact_id", "contacts.id", index=True),
    word("kind"),
    word("state"),
    word("text"),
    when("opened_at"),
    # By when the law or our own promise wants it done.
    when("answer_by", null=True),
    when("closed_at", null=True),
    ref("closed_by_id", "officials.id", null=True),
    one_of("kind", TicketKind),
    one_of("state", TicketState),
)
# A resident who asks five times has one open ticket of a kind, with all her words in it.
sa.Index(
    "uq_tickets_one_open",
    tickets.c.contact_id,
    tickets.c.kind,
    unique=True,
    postgresql_where=tickets.c.state == "open",
    sqlite_where=tickets.c.state == "open",
)
