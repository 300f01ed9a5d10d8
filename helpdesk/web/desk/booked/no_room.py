"""Why nobody is taken into an opening, or moved there, in words that are so."""

from collections.abc import Collection
from datetime import datetime

from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.places.closed_days import closures
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.language import say


def why_none(opening: Opening, persons: int, *, now: datetime) -> str:
    """Why an opening has not taken `persons`."""
    return _not_open(opening, now=now) or _too_few(opening, persons)


def why_not_moved(booking: Booking, chosen: Collection[int], to: Opening | None, *, now: datetime) -> str:
    """Why the `chosen` persons (ids) of a booking were not moved to an opening; None: there is none in this commune."""
    there = {person.id for person in booking.people}.intersection(chosen)
    if not chosen:
        return say("Chọn người cần chuyển.", "Choose the persons who are to move.")
    if to is None:
        return say(
            "Chọn buổi: chỉ chuyển được giữa các buổi của xã.",
            "Choose a date: one is moved between the dates of this commune only.",
        )
    if to.id == booking.opening.id:
        return say("Lượt đặt đã ở buổi đó.", "The booking is at that date already.")
    if not there:
        return say(
            "Người đã chọn không còn trong lượt đặt này: có thể đã chuyển rồi.",
            "Those chosen are not in this booking any more: they may have been moved already.",
        )
    kept = say("Chỗ cũ vẫn giữ.", "Nothing was changed.")
    return f"{why_none(to, len(there), now=now)} {kept}"


def _not_open(opening: Opening, *, now: datetime) -> str | None:
    if opening.state is OpeningState.CHANGING:
        return say(
            "Buổi này đang được hoãn hoặc hủy, chưa nhận ai.",
            "This date is being put off or called off: nobody is taken in.",
        )
    if opening.state is OpeningState.CANCELLED:
        return say("Buổi này đã hoãn hoặc hủy.", "This date was put off or called off.")
    if opening.starts_at <= now:
        return say("Buổi này đã bắt đầu, không nhận thêm ai.", "This date has begun: nobody is taken in.")
    return _closed(opening) if opening.closed_since is not None else None


def _closed(opening: Opening) -> str:
    """A closed day with its reason, or hours in which the commune does not work any more."""
    with reading(runtime().engine) as db:
        reason = closures(db, opening.commune_id, [opening.day]).get(opening.day)
    if reason is None:
        return say(
            "Xã không còn làm giờ này, không nhận thêm ai.",
            "The commune no longer works these hours: nobody is taken in.",
        )
    return say(
        f"Ngày này xã nghỉ ({reason}), không nhận thêm ai.",
        f"The commune is closed that day ({reason}): nobody is taken in.",
    )


def _too_few(opening: Opening, persons: int) -> str:
    if opening.free >= persons:  # given back this very moment, or what they need is not done there
        return say("Chưa ghi được. Hãy thử lại.", "Not possible just now. Try again.")
    free = max(opening.free, 0)
    return say(f"Không còn đủ chỗ: buổi này còn {free} chỗ.", f"Not enough places: {free} are left.")
