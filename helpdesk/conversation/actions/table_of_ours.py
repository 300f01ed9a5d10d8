"""Actions of what we start with: reminders, a day that changed, what comes after a visit, and neighbours who tell it."""

from collections.abc import Mapping

from helpdesk.conversation.actions import marking
from helpdesk.conversation.actions.action import (
    BOOKING,
    DONE,
    NOTHING,
    NUMBER,
    OPENING,
    PLACE,
    Action,
    Listing,
    action,
)
from helpdesk.conversation.actions.her_place import changing, why_it_changed
from helpdesk.conversation.actions.making import choosing, telling_too
from helpdesk.conversation.actions.news import aftercare, aftercare_by_others, changed_by_office, day_changed
from helpdesk.conversation.actions.reaching import helping

_CHANGED_DAY = PLACE | {"old_when", "reason"}
_MISSED = frozenset({"people", "missed"})
_TAKEN = frozenset({"people", "taken"})

OURS: Mapping[str, Action] = {
    "why_it_changed": action(why_it_changed.why_it_changed, {"day": _CHANGED_DAY, "person": NOTHING}),
    "tell_own_phone": action(
        telling_too.tell_own_phone,
        {
            **dict.fromkeys(("booked", "moved", "reminder"), BOOKING | {"bring"}),
            "cancelled": OPENING | {"people"},
            "no_show": PLACE | _MISSED,
            "result": _TAKEN,
            "activate": frozenset({"people"}),
            "none": NOTHING,
        },
    ),
    "tell_due_bookings": action(
        changing.tell_due_bookings,
        {
            "none": NOTHING,
            **dict.fromkeys(("one", "one_case"), BOOKING | {"bring"}),
            "several": frozenset({"count", "summary"}),
        },
    ),
    "confirm_coming": action(changing.confirm_coming, {"done": frozenset({"bring"}), "none": NOTHING}),
    "find_helped": action(helping.find_helped, {"asked": NUMBER, "none": NOTHING}),
    "agree_to_help": action(helping.agree_to_help, {"done": NUMBER, "none": NOTHING}),
    "decline_to_help": action(helping.decline_to_help, {"done": NUMBER, "none": NOTHING}),
    "tell_due_to_neighbour": action(
        helping.tell_due_to_neighbour,
        {
            "none": NOTHING,
            **dict.fromkeys(("one", "one_case"), BOOKING | NUMBER | {"bring"}),
            "several": NUMBER | {"count", "summary"},
        },
    ),
    "have_her_rung": action(helping.have_her_rung, DONE),
    "stop_helping": action(helping.stop_helping, {"done": NUMBER}),
    "hand_on_word": action(helping.hand_on_word, {"done": NUMBER}),
    "tell_changed_day": action(
        day_changed.tell_changed_day,
        {
            "none": NOTHING,
            "moved": _CHANGED_DAY | BOOKING,
            "moved_several": _CHANGED_DAY | {"count", "new_days"},
            **dict.fromkeys(("choose", "choose_several", "apart", "no_other"), _CHANGED_DAY | {"count"}),
        },
        openings=Listing("choose", OPENING, choosing.SHOWN_OPENINGS),
        several_openings=Listing("choose_several", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "keep_new_day": action(
        day_changed.keep_new_day,
        {"one": BOOKING | {"bring"}, "several": frozenset({"bring"}), "none": NOTHING},
    ),
    "move_changed": action(
        day_changed.move_changed,
        {"moved": BOOKING, "moved_several": OPENING | {"count"}, "full": NOTHING, "gone": NOTHING},
    ),
    "wait_for_another_day": action(day_changed.wait_for_another_day, {"done": OPENING, "none": NOTHING}),
    "wait_for_new_day": action(day_changed.wait_for_new_day, {"done": NOTHING, "none": NOTHING}),
    "tell_changed_to_neighbour": action(
        day_changed.tell_changed_to_neighbour,
        {
            "none": NOTHING,
            "moved": _CHANGED_DAY | BOOKING | NUMBER,
            "moved_several": _CHANGED_DAY | NUMBER | {"count", "new_days"},
            "called_off": _CHANGED_DAY | NUMBER,
        },
    ),
    "have_changed_rung": action(day_changed.have_changed_rung, DONE),
    "stop_helping_with_change": action(day_changed.stop_helping_with_change, {"done": NUMBER}),
    "tell_office_change": action(
        changed_by_office.tell_office_change,
        {
            "none": NOTHING,
            "moved": BOOKING | {"old_when", "by"},
            "fewer": BOOKING | {"gone", "by"},
            "cancelled": OPENING | {"gone", "by"},
        },
    ),
    "tell_office_change_to_neighbour": action(
        changed_by_office.tell_office_change_to_neighbour,
        {
            "none": NOTHING,
            "moved": BOOKING | NUMBER | {"old_when", "by"},
            "fewer": BOOKING | NUMBER | {"gone", "by"},
            "cancelled": OPENING | NUMBER | {"gone", "by"},
        },
    ),
    "tell_absent": action(
        aftercare.tell_absent,
        {"again": OPENING | _MISSED, "no_date": PLACE | _MISSED, "none": NOTHING},
    ),
    "tell_waiting": action(
        aftercare.tell_waiting,
        {"one": _TAKEN, "several": _TAKEN, "none": NOTHING},
        waiting=Listing("several", frozenset({"who"}), aftercare.SHOWN_PERSONS),
    ),
    "note_notice": action(aftercare.note_notice, DONE),
    "tell_to_activate": action(aftercare.tell_to_activate, {"found": frozenset({"people"}), "none": NOTHING}),
    "note_activated": action(aftercare.note_activated, {"done": NOTHING, "none": NOTHING}),
    "offer_help": action(aftercare.offer_help, {"found": PLACE, "no_date": NOTHING, "none": NOTHING}),
    "begin_booking": action(aftercare.begin_booking, {"ready": NOTHING}),
    "begin_choosing": action(aftercare.begin_choosing, {"ready": NOTHING}),
    "begin_help": action(aftercare.begin_help, {"ready": NOTHING}),
    "tell_after_to_neighbour": action(
        aftercare_by_others.tell_after_to_neighbour,
        {
            "no_show": OPENING | _MISSED | NUMBER,
            "no_show_only": PLACE | _MISSED | NUMBER,
            "result": _TAKEN | NUMBER,
            "activate": NUMBER | {"people"},
            "none": NOTHING,
        },
    ),
    "mark_by_text": action(
        marking.mark_by_text,
        {
            "done": frozenset({"people", "outcome"}),
            "some": frozenset({"people", "outcome", "codes"}),
            "none": frozenset({"codes"}),
        },
    ),
    "have_her_rung_after": action(aftercare_by_others.have_her_rung_after, DONE),
    "stop_helping_after": action(aftercare_by_others.stop_helping_after, {"done": NUMBER}),
}
