"""Tables of who waits for a place, of places held for whom they were offered to, and of the nightly recount."""

import sqlalchemy as sa

from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word
from helpdesk.store.types import JsonData

# The queue: in the order of the ids.
waits = sa.Table(
    "waits",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("contact_id", "contacts.id", index=True),
    ref("place_id", "places.id"),
    # None: any opening there will do.
    ref("opening_id", "openings.id", null=True),
    # None: whatever the opening is for.
    word("service", null=True),
    sa.Column("party", sa.SmallInteger(), nullable=False),
    # [[name, birth year], …], to whose keeping she has agreed; behind them, where they were told, the own phone (null
    # where only what follows was) and what she is to whoever asks. Gone as soon as nothing can come of it any more.
    sa.Column("people", JsonData, nullable=True),
    word("state"),
    when("joined_at"),
    # When it is over by itself.
    when("ends_at"),
    when("settled_at", null=True),
    sa.CheckConstraint("party > 0", name="for_someone"),
    one_of("state", WaitState),
)
# What a sweep looks at for places that are free: only those who wait now.
partial_index("ix_waits_queue", waits.c.place_id, waits.c.id, where=waits.c.state == "waiting")
partial_index("ix_waits_of_opening", waits.c.opening_id, where=waits.c.state.in_(("waiting", "offered")))
partial_index("ix_waits_to_end", waits.c.ends_at, where=waits.c.people.is_not(None))
partial_index(
    "uq_waits_once_for_an_opening",
    waits.c.contact_id,
    waits.c.opening_id,
    unique=True,
    where=waits.c.state.in_(("waiting", "offered")),
)
partial_index(
    "uq_waits_once_for_a_place",
    waits.c.contact_id,
    waits.c.place_id,
    unique=True,
    where=sa.and_(waits.c.state.in_(("waiting", "offered")), waits.c.opening_id.is_(None)),
)

# Places that are held: counted in `openings.taken`, like those that are booked.
offers = sa.Table(
    "offers",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("wait_id", "waits.id"),
    ref("contact_id", "contacts.id"),
    ref("opening_id", "openings.id"),
    sa.Column("party", sa.SmallInteger(), nullable=False),
    word("state"),
    when("made_at"),
    # Until when the places are held.
    when("until"),
    when("settled_at", null=True),
    # What came of it.
    ref("booking_id", "bookings.id", null=True),
    # What was let go by once is not offered again; what was withdrawn is, in the same row.
    sa.UniqueConstraint("wait_id", "opening_id"),
    sa.CheckConstraint("party > 0", name="for_someone"),
    one_of("state", OfferState),
)
partial_index("ix_offers_held", offers.c.until, where=offers.c.state == "held")
# One question at a time: "1" must mean one thing.
partial_index("uq_offers_one_held", offers.c.contact_id, unique=True, where=offers.c.state == "held")

recounts = sa.Table(
    "recounts",
    metadata,
    id_column(),
    when("at"),
    # How many were counted.
    sa.Column("openings", sa.Integer(), nullable=False),
    sa.Column("bookings", sa.Integer(), nullable=False),
    # What did not agree: [{"subject": "opening:12", "commune_id": 1, "stored": 5, "counted": 4}, …]
    sa.Column("differences", JsonData, nullable=False, default=list),
)
sa.Index("ix_recounts_at", recounts.c.at)
