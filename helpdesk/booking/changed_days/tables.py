"""Tables of openings that are called off or put off, and of those who were booked in them."""

import sqlalchemy as sa

from helpdesk.booking.changed_days.states import ChangeKind, ChangeState, Reason, ToldState
from helpdesk.booking.states import OpeningState
from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word

day_changes = sa.Table(
    "day_changes",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("opening_id", "openings.id", index=True),
    word("kind"),
    word("reason"),
    word("state"),
    # What the opening was before, for undoing.
    word("opening_was"),
    # The new day: an opening of its own, so that the old one stays where people look for it. Until the change takes
    # effect nobody is booked into it. `to_was`: what it was before; None: it was made for this.
    ref("to_opening_id", "openings.id", null=True, index=True),
    word("to_was", null=True),
    # Of one that is called off: who is booked gets the next places there are, else is asked.
    sa.Column("moves_on", sa.Boolean(), nullable=False, default=False),
    when("at"),
    # None: by a command.
    ref("official_id", "officials.id", null=True),
    when("takes_effect_at"),
    when("settled_at", null=True),
    one_of("kind", ChangeKind),
    one_of("reason", Reason),
    one_of("state", ChangeState),
    one_of("opening_was", OpeningState),
    one_of("to_was", OpeningState),
)
# An opening changes in one way at a time; and what is due costs what is held back.
partial_index(
    "uq_day_changes_one_held",
    day_changes.c.opening_id,
    unique=True,
    where=day_changes.c.state == "held",
)
partial_index(
    "ix_day_changes_due",
    day_changes.c.takes_effect_at,
    where=day_changes.c.state == "held",
)

changed_bookings = sa.Table(
    "changed_bookings",
    metadata,
    id_column(),
    ref("change_id", "day_changes.id"),
    ref("booking_id", "bookings.id", index=True),
    # Who made it and is told; None: somebody without a phone.
    ref("contact_id", "contacts.id", null=True),
    # Where it was moved to; None: they have to choose.
    ref("to_opening_id", "openings.id", null=True),
    word("told"),
    when("told_at", null=True),
    # What said it; and the official who did.
    ref("message_id", "outbound_messages.id", null=True),
    ref("told_by_id", "officials.id", null=True),
    # She was asked and would rather wait for a new day at the same place.
    when("waits_since", null=True),
    sa.UniqueConstraint("change_id", "booking_id"),
    one_of("told", ToldState),
)
partial_index(
    "ix_changed_bookings_to_tell",
    changed_bookings.c.contact_id,
    changed_bookings.c.change_id,
    where=changed_bookings.c.told == "waiting",
)
