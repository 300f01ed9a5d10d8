"""Check-in at an opening: who came, what came of each; and how many came to the openings of some weeks."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.attending.attendance import Attendance, attendance_in
from helpdesk.booking.attending.attendance_figures import Figures, attendance_figures
from helpdesk.booking.attending.outcome_states import ALLOWED, TAKEN, Outcome, Reason
from helpdesk.booking.attending.outcome_words import OUTCOMES, REASONS, called
from helpdesk.booking.attending.outcomes import MARKED_UNTIL, By, Marked, mark, take_back
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import RELATIONS
from helpdesk.booking.persons.own_phones import phones_of
from helpdesk.clock import local_date
from helpdesk.reports.formats import attendance_as_csv
from helpdesk.spreadsheets.cells import FIRST_YEAR, LAST_YEAR
from helpdesk.store.engine import reading
from helpdesk.text.folding import matching_key
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_openings import own_opening
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import language, say

attendance = Blueprint("attendance", __name__)

WEEKS_SHOWN = timedelta(days=27)
"""Before today, for the figures."""

LONGEST = timedelta(days=366)


@attendance.get("/openings/<int:opening_id>/attendance")
@needs(Permission.ATTENDANCE)
def checked_in(opening_id: int) -> ResponseReturnValue:
    """Everybody who is booked, with a button for each thing that can come of her."""
    here = runtime()
    with reading(here.engine) as db:
        opening = own_opening(db, opening_id)
        people = attendance_in(db, [opening_id])
        at_desk = {one.person_id: one.booking_id for one in people if one.contact_id is None}
        phones = phones_of(db, set(at_desk.values())) if at_desk else {}
    today = local_date(here.clock.now())
    return render_template(
        "desk/attendance.html",
        opening=opening,
        parties=[list(own) for _, own in groupby(people, key=lambda one: one.booking_id)],
        not_marked=sum(one.outcome is None for one in people),
        came=sum(one.outcome not in (None, Outcome.ABSENT) for one in people),
        people=people,
        own_phones={at_desk[person]: phone for person, phone in phones.items() if person in at_desk},
        open=opening.day <= today <= opening.day + MARKED_UNTIL,
        early=today < opening.day,
        buttons=_buttons(opening),
        reasons=[(reason.value, _word(REASONS[reason])) for reason in Reason],
        outcome_called=lambda one: called(one.outcome, one.reason, language=language()),
        relation_called=lambda relation: RELATIONS[relation][language() == "en"],
        can_take_back=lambda one: one.marked_at is not None and local_date(one.marked_at) == today,
        Outcome=Outcome,
        allowed=ALLOWED,
        waiting=TAKEN,
    )


@attendance.post("/openings/<int:opening_id>/attendance/<int:booked_person_id>")
@needs(Permission.ATTENDANCE)
def marked(opening_id: int, booked_person_id: int) -> ResponseReturnValue:
    """Mark one person, or take the last mark back."""
    wanted, reason = request.form.get("mark", ""), request.form.get("reason", "")
    if reason:
        wanted = Outcome.SENT_AWAY.value
    if wanted not in ("take_back", *Outcome) or reason not in ("", *Reason):
        abort(400)
    here = runtime()
    with here.transaction(nudge=False) as db:
        own_opening(db, opening_id)
        by, now, timetable = _by(), here.clock.now(), here.settings.timetable
        if wanted == "take_back":
            seen = request.form.get("seen", "")
            what = Outcome(seen) if seen in set(Outcome) else None
            done = take_back(db, booked_person_id, by=by, now=now, timetable=timetable, what=what)
        else:
            why = Reason(reason) if reason else None
            done = mark(
                db, booked_person_id, Outcome(wanted), by=by, now=now, timetable=timetable, reason=why
            )
    _tell(done)
    return _back(opening_id, f"p{booked_person_id}")


@attendance.post("/openings/<int:opening_id>/attendance/code")
@needs(Permission.ATTENDANCE)
def marked_by_code(opening_id: int) -> ResponseReturnValue:
    """All of a booking who are not marked came: what the officer types while they stand before him."""
    code = matching_key(request.form.get("code", "")).replace(" ", "")
    found, refused = _mark_all(opening_id, Outcome.CAME, of=lambda one: one.code == code)
    if refused is not None:
        _tell(refused)
        return _back(opening_id, "code")
    if not found:
        flash(say("Không có mã này trong buổi này.", "No such code at this opening."))
        return _back(opening_id, "code")
    names = ", ".join(one.name for one in found)
    flash(say(f"Đã đến: {names}.", f"Came: {names}."))
    return _back(opening_id, f"b{found[0].booking_id}")


@attendance.post("/openings/<int:opening_id>/attendance/rest")
@needs(Permission.ATTENDANCE)
def marked_rest(opening_id: int) -> ResponseReturnValue:
    """Everybody who is not marked did not come: at the end of an opening."""
    found, refused = _mark_all(opening_id, Outcome.ABSENT, of=lambda one: one.outcome is None)
    if refused is not None:
        _tell(refused)
    else:
        count = len(found)
        flash(say(f"Đã ghi {count} người không đến.", f"{count} persons noted as not come."))
    return _back(opening_id, "rest")


@attendance.get("/attendance")
@needs(Permission.ATTENDANCE)
def figures() -> ResponseReturnValue:
    """How many came to each opening, by default of the last four weeks."""
    first, last = _period()
    return render_template(
        "desk/attendance_figures.html",
        first=first,
        last=last,
        today=local_date(runtime().clock.now()),
        found=_figures(first, last),
        several_communes=signed_in().commune_id is None,
        Outcome=Outcome,
        reasons=lambda one: ", ".join(
            f"{_word(REASONS[reason])} {count}" for reason, count in one.reasons.items()
        ),
    )


@attendance.get("/attendance/report.csv")
@needs(Permission.ATTENDANCE)
def downloaded() -> ResponseReturnValue:
    """The same for a spreadsheet: figures, no names."""
    first, last = _period()
    answer = Response(attendance_as_csv.render(_figures(first, last)), mimetype="text/csv")
    name = f"attendance_{first.isoformat()}_{last.isoformat()}.csv"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _mark_all(
    opening_id: int, to: Outcome, *, of: Callable[[Attendance], bool]
) -> tuple[Sequence[Attendance], Marked | None]:
    """Mark those of whom it is said and can follow; all of whom it is said, and what kept them from being marked."""
    here = runtime()
    with here.transaction(nudge=False) as db:
        own_opening(db, opening_id)
        found = [one for one in attendance_in(db, [opening_id]) if of(one)]
        by, now, timetable = _by(), here.clock.now(), here.settings.timetable
        # Who was noted as not come and comes late after all has come; nobody is noted as not come who was there.
        waiting = [one for one in found if to in ALLOWED[one.outcome]]
        done = {mark(db, one.booked_id, to, by=by, now=now, timetable=timetable) for one in waiting}
    # They stand in one opening: what keeps one of them keeps all.
    refused = done & {Marked.CHANGING, Marked.CALLED_OFF, Marked.NOT_NOW, Marked.NOT_BEGUN}
    return found, next(iter(refused), None)


def _by() -> By:
    account = signed_in()
    return By(account.id, account.commune_id, account.team_id)


def _buttons(opening: Opening) -> list[tuple[Outcome, str]]:
    """What can be pressed, in order; of level 2 only where it can be finished."""
    wanted = [Outcome.CAME, Outcome.ABSENT]
    wanted += [Outcome.TAKEN, Outcome.TAKEN_WITH_CARD] if opening.finishes_level2 else []
    wanted += [Outcome.NOTICED, Outcome.ACTIVATED]
    return [(outcome, _word(OUTCOMES[outcome])) for outcome in wanted]


def _word(words: tuple[str, str]) -> str:
    return say(*words)


def _tell(done: Marked) -> None:
    told = {
        Marked.NOT_ALLOWED: say(
            "Không ghi được: đã ghi khác trước đó. Bấm Sửa lại trước.",
            "Not noted: it was marked otherwise before. Take that back first.",
        ),
        Marked.NOT_NOW: say(
            "Chỉ ghi được từ ngày của buổi đến 30 ngày sau; chỉ sửa lại trong ngày đã ghi.",
            "Marked from the day itself to 30 days after; taken back on the day of the mark only.",
        ),
        Marked.NOT_BEGUN: say(
            "Buổi chưa bắt đầu: chưa ghi ai là không đến.",
            "It has not begun: nobody is noted as not come yet.",
        ),
        Marked.GONE: say("Người này không còn trong danh sách.", "This person is no longer on the list."),
        Marked.CHANGING: say(
            "Chưa ghi: buổi này đang được hoãn hoặc hủy. Buổi vẫn mở thì hoàn tác trước rồi điểm danh.",
            "Not noted: this day is being put off or called off. If it takes place, undo that first.",
        ),
        Marked.CALLED_OFF: say(
            "Không ghi được: buổi này đã hoãn hoặc hủy.", "Not noted: this day was put off or called off."
        ),
    }
    if done in told:
        flash(told[done])


def _back(opening_id: int, anchor: str) -> ResponseReturnValue:
    return redirect(url_for("desk.attendance.checked_in", opening_id=opening_id, _anchor=anchor), code=303)


def _figures(first: date, last: date) -> list[Figures]:
    account = signed_in()
    with reading(runtime().engine) as db:
        return attendance_figures(
            db, first=first, last=last, commune_id=account.commune_id, team_id=account.team_id
        )


def _period() -> tuple[date, date]:
    """From `first` to `last` as asked for, put right where they cannot be."""
    today = local_date(runtime().clock.now())
    last = _day("last") or today
    first = _day("first") or last - WEEKS_SHOWN
    first, last = min(first, last), max(first, last)
    return max(first, last - LONGEST), last


def _day(name: str) -> date | None:
    try:
        day = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
