"""Tables about booked persons: phones of their own, codes tried from other phones, who may be the same human."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.states import ReminderState
from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word


class Verdict(StrEnum):
    """What an official found out about two booked persons who look alike."""

    SAME = "same"
    DIFFERENT = "different"


# The phone of a booked person who did not book herself. Not a contact until she is told: a stranger gave it.
own_phones = sa.Table(
    "own_phones",
    metadata,
    id_column(),
    ref("booking_id", "bookings.id"),
    ref("person_id", "persons.id", index=True),
    word("address", index=True),
    # The contact who gave it, or the official.
    ref("given_by_id", "contacts.id", null=True, index=True),
    ref("official_id", "officials.id", null=True),
    when("given_at"),
    # A family has one phone: several of one booking may be told on it.
    sa.UniqueConstraint("booking_id", "person_id", "address"),
)

# What she is told there: of the booking once, and its reminders.
tidings = sa.Table(
    "tidings",
    metadata,
    id_column(),
    ref("own_phone_id", "own_phones.id"),
    word("kind"),
    when("due_at"),
    when("useful_until"),
    word("state"),
    when("settled_at", null=True),
    sa.UniqueConstraint("own_phone_id", "kind"),
    one_of("state", ReminderState),
)
partial_index("ix_tidings_due", tidings.c.due_at, where=tidings.c.state == "waiting")

# Codes that a phone tried in vain on one day, so that nobody guesses.
code_tries = sa.Table(
    "code_tries",
    metadata,
    id_column(),
    ref("contact_id", "contacts.id", unique=True),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("tries", sa.SmallInteger(), nullable=False),
)

same_person_verdicts = sa.Table(
    "same_person_verdicts",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    # The smaller id first.
    ref("first_id", "persons.id"),
    ref("second_id", "persons.id", index=True),
    word("verdict"),
    ref("official_id", "officials.id"),
    when("decided_at"),
    sa.UniqueConstraint("first_id", "second_id"),
    sa.CheckConstraint("first_id < second_id", name="smaller_first"),
    one_of("verdict", Verdict),
)
