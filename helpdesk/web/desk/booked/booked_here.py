"""What the pages of bookings share: whose they are, what is written down of them, and the words of their choices."""

from datetime import datetime

import sqlalchemy as sa
from flask import abort, flash, redirect, url_for
from werkzeug.wrappers import Response

from helpdesk.booking.bookings import Booking, live_by_id, opening_of_cancelled
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.needs import LABELS as NEED_LABELS
from helpdesk.booking.persons.needs import RELATIONS, WIDER, Need, Relation
from helpdesk.booking.services import LABELS as SERVICE_LABELS
from helpdesk.booking.services import Service
from helpdesk.people import audit
from helpdesk.text.phone_numbers import national
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import signed_in
from helpdesk.web.desk.access.own_openings import sees
from helpdesk.web.language import language, say


def own_booking(db: sa.Connection, booking_id: int) -> Booking:
    """The booking, or 404: whether another commune's exists is no business of this official.

    Of one that was cancelled it is said, on the list of its opening: a button was pressed twice, or a page is old.
    """
    booking = live_by_id(db, [booking_id]).get(booking_id)
    if booking is None:
        was_in = opening_of_cancelled(db, booking_id)
        if was_in is None or not sees(was_in):
            abort(404)
        flash(
            say(
                "Lượt đặt này đã hủy rồi, chỗ đã trả lại.",
                "This booking is cancelled already, and its places are free again.",
            )
        )
        abort(redirect(url_for("desk.openings.shown_list", opening_id=was_in.id), code=303))
    if not sees(booking.opening):
        abort(404)
    return booking


def give_phone(db: sa.Connection, booking: Booking, person_id: int, phone: str, *, now: datetime) -> None:
    """Note a person's own phone (canonical number), on which she is told; where it cannot be told, that is said."""
    given = own_phones.give(
        db,
        booking,
        person_id,
        phone,
        official_id=signed_in().id,
        now=now,
        timetable=runtime().settings.timetable,
    )
    if given is own_phones.Giving.TOO_MANY:
        flash(
            say(
                f"Số {national(phone)} đã được báo nhiều chỗ trong tuần: gọi báo giúp.",
                f"{national(phone)} was told of many bookings this week: please ring.",
            )
        )


def service_name(service: Service) -> str:
    """What is come for, in the language of the request."""
    label = SERVICE_LABELS[service]
    return label.english if language() == "en" else label.vietnamese


def needs_named() -> list[tuple[Need, str]]:
    """All needs there are, each with its name."""
    english = language() == "en"
    return [(need, label.english if english else label.vietnamese) for need, label in NEED_LABELS.items()]


def relations_named(now: Relation | None = None) -> list[tuple[Relation, str]]:
    """What a person may be to whoever booked, each with its name; a wider word only where it stands `now`."""
    choices = (relation for relation in RELATIONS if relation not in WIDER or relation is now)
    return [(relation, RELATIONS[relation][language() == "en"]) for relation in choices]


def note(
    db: sa.Connection, booking: Booking, action: str, *, now: datetime, person: int | None = None
) -> None:
    """Write into the audit what the official has done with a booking."""
    audit.note(
        db,
        at=now,
        official_id=signed_in().id,
        commune_id=booking.opening.commune_id,
        action=action,
        subject=f"booking:{booking.id}",
        detail={"person": person} if person else {},
    )


def to_booking(booking_id: int) -> Response:
    """Back to its page."""
    return redirect(url_for("desk.bookings.shown", booking_id=booking_id), code=303)
