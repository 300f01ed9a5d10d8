"""The form by which an opening is called off or put off: read, carried out, and in words what is wrong with it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import sqlalchemy as sa
from flask import request

from helpdesk.booking.changed_days.day_changes import DayChange, call_off, postpone
from helpdesk.booking.changed_days.faults import CannotChange, NewDay, Wrong
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.horizon import MOST_DAYS_AHEAD
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.spreadsheets.cells import Cell, time_of_day
from helpdesk.spreadsheets.cells import day as as_day
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.web.current import runtime
from helpdesk.web.language import say

Value = TypeVar("Value")


class Refused(Exception):
    """What is wrong, in the language of the request; nothing was written."""

    def __init__(self, *problems: str) -> None:
        self.problems: Sequence[str] = problems
        super().__init__(*problems)


def decide(db: sa.Connection, opening: Opening, *, official_id: int) -> DayChange:
    """Do what the form of the request says. Raises Refused."""
    here, form = runtime(), request.form
    kind = form.get("kind")
    if form.get("reason") not in set(Reason):
        raise Refused(say("Lý do: chọn một lý do.", "Reason: choose one."))
    if kind not in ("postponed", "cancelled", "moved"):
        raise Refused(say("Làm gì: chọn hủy hay hoãn.", "What to do: call it off, or put it off."))
    if opening.state is OpeningState.OPEN and form.get("taken", type=int) != opening.taken:
        raise Refused(
            say(
                "Vừa có người đặt hoặc hủy chỗ; xem lại số liệu rồi quyết định.",
                "Somebody has just booked or cancelled; look at the figures once more.",
            )
        )
    reason, now = Reason(form["reason"]), here.clock.now()
    undo_for = timedelta(minutes=here.settings.undo_minutes)
    try:
        if kind == "postponed":
            return postpone(
                db,
                opening.id,
                _new_day(opening),
                reason=reason,
                official_id=official_id,
                now=now,
                undo_for=undo_for,
            )
        return call_off(
            db,
            opening.id,
            reason=reason,
            moves_on=kind == "moved",
            official_id=official_id,
            now=now,
            undo_for=undo_for,
        )
    except CannotChange as wrong:
        raise Refused(*map(_why, wrong.wrong)) from wrong


def _new_day(opening: Opening) -> NewDay:
    form = request.form
    day = _read(
        as_day,
        form.get("day", ""),
        say(
            f"Ngày mới: chọn một ngày trong {MOST_DAYS_AHEAD} ngày tới.",
            f"New day: choose one within {MOST_DAYS_AHEAD} days.",
        ),
    )
    hours = [
        _read(time_of_day, form.get(field, ""), say(f"{named}: ghi giờ, như 7:30.", f"{english}: e.g. 7:30."))
        for field, named, english in (("from", "Từ", "From"), ("to", "Đến", "To"))
    ]
    return NewDay.of(opening, day, *hours)


def _read(read: Callable[[Cell], Value], typed: str, otherwise: str) -> Value:
    try:
        return read(typed)
    except CellFault as fault:
        raise Refused(otherwise) from fault


def _why(wrong: Wrong) -> str:
    vietnamese = {
        Wrong.CHANGING: "Buổi này đang được hoãn hoặc hủy; muốn đổi thì hoàn tác trước.",
        Wrong.OVER: "Buổi này đã bắt đầu.",
        Wrong.MARKED: "Đã có người được ghi là đến; sửa lại trong điểm danh trước.",
        Wrong.NOTHING_LEFT: "Buổi này đã hủy, không còn ai chờ ngày mới.",
        Wrong.SAME: "Ngày mới: đó chính là ngày giờ cũ.",
        Wrong.PAST: "Ngày mới đã qua.",
        Wrong.FAR: f"Ngày mới xa quá: chọn một ngày trong {MOST_DAYS_AHEAD} ngày tới.",
        Wrong.CLOSED: "Ngày mới là ngày nghỉ.",
        Wrong.HOURS: "Giờ kết thúc phải sau giờ bắt đầu.",
        Wrong.PLACE_TWICE: "Lúc đó nơi này đã có buổi khác; có thể hủy buổi này và chuyển bà con sang các buổi kế tiếp.",
        Wrong.NO_ROOM: "Buổi lúc đó không đủ chỗ cho tất cả.",
        Wrong.TEAM_TWICE: "Tổ đi đang ở nơi khác lúc đó.",
    }
    return say(vietnamese[wrong], f"{wrong.value.capitalize()}.")
