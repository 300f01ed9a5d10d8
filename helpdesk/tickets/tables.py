"""Tables of the tickets room."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word


class TicketKind(StrEnum):
    """What is asked of an official."""

    QUESTION = "question"
    CALLBACK = "callback"
    ERASURE = "erasure"
    HOME_VISIT = "home_visit"
    SIM = "sim"
    PHONE_LOAN = "phone_loan"


class CallState(StrEnum):
    """Where it stands whether somebody was rung."""

    OPEN = "open"
    NOT_REACHED = "not_reached"
    DONE = "done"
    WITHDRAWN = "withdrawn"


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
    # How often she rang without being answered, since it was opened.
    sa.Column("rings", sa.SmallInteger(), nullable=False, default=0),
    when("opened_at"),
    # By when the law or our own promise wants it done.
    when("answer_by", null=True),
    when("closed_at", null=True),
    ref("closed_by_id", "officials.id", null=True),
    one_of("kind", TicketKind),
    one_of("state", TicketState),
)
# A resident who asks five times has one open ticket of a kind, with all her words in it.
partial_index(
    "uq_tickets_one_open",
    tickets.c.contact_id,
    tickets.c.kind,
    unique=True,
    where=tickets.c.state == "open",
)

# A person to be rung about a booking or an offer, because a text would not be read. What to say is worded when it is
# shown: it is always what is so then, and no name is kept here.
call_tasks = sa.Table(
    "call_tasks",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("contact_id", "contacts.id", index=True),
    # One of them is set.
    ref("booking_id", "bookings.id", null=True, index=True),
    ref("offer_id", "offers.id", null=True),
    ref("opening_id", "openings.id", index=True),
    # Names the thing said, like the intent key of a message; `said` is what of the booking, for saying it again.
    word("intent_key"),
    word("said"),
    word("state"),
    sa.Column("tries", sa.SmallInteger(), nullable=False, default=0),
    when("opened_at"),
    # Not before, because nobody answered; and by when it is of no more use.
    when("try_at"),
    when("due_by"),
    when("settled_at", null=True),
    ref("settled_by_id", "officials.id", null=True),
    one_of("state", CallState),
)
partial_index(
    "uq_call_tasks_once",
    call_tasks.c.intent_key,
    unique=True,
    where=call_tasks.c.state != "withdrawn",
)
# One call a booking at a time: what is said tomorrow takes the place of what nobody said today.
partial_index(
    "uq_call_tasks_one_open",
    call_tasks.c.booking_id,
    unique=True,
    where=call_tasks.c.state.in_(("open", "not_reached")),
)

partial_index(
    "uq_call_tasks_one_open_of_an_offer",
    call_tasks.c.offer_id,
    unique=True,
    where=call_tasks.c.state.in_(("open", "not_reached")),
)

# What rang, by its identity on its channel, so that a call that is reported twice is one.
missed_calls = sa.Table(
    "missed_calls",
    metadata,
    id_column(),
    word("channel"),
    word("provider_id"),
    ref("gateway_id", "gateways.id"),
    ref("contact_id", "contacts.id", index=True),
    when("rang_at"),
    when("received_at"),
    sa.UniqueConstraint("channel", "provider_id"),
)
