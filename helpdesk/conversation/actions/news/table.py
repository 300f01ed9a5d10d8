"""The actions of what we start with after a day has changed or gone by, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import (
    BOOKING,
    CHANGED_DAY,
    DONE,
    MISSED,
    NOTHING,
    NUMBER,
    OPENING,
    PLACE,
    TAKEN,
    Action,
    Listing,
    action,
)
from helpdesk.conversation.actions.making import choosing
from helpdesk.conversation.actions.news import aftercare, aftercare_by_others, changed_by_office, day_changed

ACTIONS: Mapping[str, Action] = {
    "tell_changed_day": action(
        day_changed.tell_changed_day,
        {
            "none": NOTHING,
            "moved": CHANGED_DAY | BOOKING,
            "moved_several": CHANGED_DAY | {"count", "new_days"},
            **dict.fromkeys(("choose", "choose_several", "apart", "no_other"), CHANGED_DAY | {"count"}),
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
            "moved": CHANGED_DAY | BOOKING | NUMBER,
            "moved_several": CHANGED_DAY | NUMBER | {"count", "new_days"},
            "called_off": CHANGED_DAY | NUMBER,
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
        {"again": OPENING | MISSED, "no_date": PLACE | MISSED, "none": NOTHING},
    ),
    "tell_waiting": action(
        aftercare.tell_waiting,
        {"one": TAKEN, "several": TAKEN, "none": NOTHING},
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
            "no_show": OPENING | MISSED | NUMBER,
            "no_show_only": PLACE | MISSED | NUMBER,
            "result": TAKEN | NUMBER,
            "activate": NUMBER | {"people"},
            "none": NOTHING,
        },
    ),
    "have_her_rung_after": action(aftercare_by_others.have_her_rung_after, DONE),
    "stop_helping_after": action(aftercare_by_others.stop_helping_after, {"done": NUMBER}),
}
