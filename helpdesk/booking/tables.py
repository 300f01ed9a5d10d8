"""Tables of the booking room."""

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.services import Service
from helpdesk.booking.states import BookingState, OpeningState, ReminderState
from helpdesk.booking.visits.planning_tables import ByHours
from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word
from helpdesk.store.types import BigId, JsonData

openings = sa.Table(
    "openings",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("place_id", "places.id"),
    ref("team_id", "teams.id", null=True),
    # The date on a calendar in the commune; the hours are moments.
    sa.Column("day", sa.Date(), nullable=False, index=True),
    when("starts_at"),
    when("ends_at"),
    sa.Column("services", JsonData, nullable=False, default=list),
    sa.Column("capacity", sa.SmallInteger(), nullable=False),
    sa.Column("taken", sa.SmallInteger(), nullable=False, default=0),
    # How many numbers of the day were ever counted up here; it never goes back.
    sa.Column("numbered", sa.Integer(), nullable=False, default=0),
    # Whether an officer with the biometric kit comes: decides what a text may promise.
    sa.Column("finishes_level2", sa.Boolean(), nullable=False, default=False),
    word("state", default=OpeningState.OPEN.value),
    # Since when it is not kept any more who was booked.
    when("forgotten_at", null=True),
    sa.Column("sample", sa.Boolean(), nullable=False, default=False),
    # Of one that was made from office hours: whether they keep it or have taken it back (`ByHours`).
    word("by_hours", null=True),
    # Since when nobody new is booked here, though it stands: a closed day, or hours that are gone (`hours.closing`).
    when("closed_since", null=True),
    sa.UniqueConstraint("place_id", "starts_at"),
    sa.CheckConstraint("taken >= 0", name="taken_not_negative"),
    sa.CheckConstraint("taken <= capacity", name="never_overbooked"),
    sa.CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    one_of("state", OpeningState),
    one_of("by_hours", ByHours),
)

partial_index(
    "ix_openings_forget",
    openings.c.day,
    where=openings.c.forgotten_at.is_(None),
)

bookings = sa.Table(
    "bookings",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("opening_id", "openings.id"),
    # One of them made it: a contact by phone, or an official for someone who stood there.
    ref("contact_id", "contacts.id", null=True, index=True),
    ref("official_id", "officials.id", null=True),
    word("code", index=True),
    word("state"),
    sa.Column("party", sa.SmallInteger(), nullable=False),
    # What they come for, one of the opening's services.
    word("service", default=Service.LEVEL2.value),
    when("made_at"),
    when("changed_at"),
    sa.UniqueConstraint("opening_id", "code"),
    sa.CheckConstraint("party >= 0", name="party_not_negative"),
    sa.CheckConstraint("contact_id IS NOT NULL OR official_id IS NOT NULL", name="made_by_someone"),
    one_of("state", BookingState),
    one_of("service", Service),
)

booked_persons = sa.Table(
    "booked_persons",
    metadata,
    id_column(),
    ref("booking_id", "bookings.id", index=True),
    ref("person_id", "persons.id", index=True),
    when("cancelled_at", null=True),
    # Her place in the queue of the opening, from 1 (`booking.arrival`); 0 where none was handed out.
    sa.Column("number", sa.SmallInteger(), nullable=False, default=0),
    # What she needs (`Need`), and what she is to whoever booked.
    sa.Column("needs", JsonData, nullable=False, default=list),
    word("relation", null=True),
    sa.UniqueConstraint("booking_id", "person_id"),
    sa.CheckConstraint("number >= 0", name="number_not_negative"),
    one_of("relation", Relation),
)

reminders = sa.Table(
    "reminders",
    metadata,
    id_column(),
    ref("booking_id", "bookings.id"),
    ref("contact_id", "contacts.id", index=True),
    ref("commune_id", "communes.id"),
    word("kind"),
    # The booked person whom it is about; 0: all of the booking. No reference, so that one key holds for both.
    sa.Column("whose", BigId, nullable=False, default=0, server_default="0"),
    when("due_at"),
    when("useful_until"),
    word("state"),
    when("settled_at", null=True),
    sa.UniqueConstraint("booking_id", "kind", "whose"),
    one_of("state", ReminderState),
)
partial_index(
    "ix_reminders_due",
    reminders.c.due_at,
    where=reminders.c.state == "waiting",
)

# What came of each booked person. Who is not in it was not marked: that is nobody's absence.
attendances = sa.Table(
    "attendances",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("opening_id", "openings.id", index=True),
    ref("booked_id", "booked_persons.id", unique=True),
    word("state"),
    # What it was before, to be gone back to; nothing: not marked.
    word("was", null=True),
    word("reason", null=True),
    # By when the result is told, and when she said that it was.
    sa.Column("result_by", sa.Date(), nullable=True),
    sa.Column("noticed_on", sa.Date(), nullable=True),
    when("marked_at"),
    # Nobody: she said so herself.
    ref("marked_by_id", "officials.id", null=True),
    one_of("state", Outcome),
    one_of("was", Outcome),
    one_of("reason", Reason),
    sa.CheckConstraint("(state = 'sent_away') = (reason IS NOT NULL)", name="sent_away_why"),
)
