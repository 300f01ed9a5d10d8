"""The actions on a place that she has, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import (
    BOOKING,
    CHANGED_DAY,
    DAY_IN_VAIN,
    DONE,
    NOTHING,
    NUMBER,
    OPENING,
    Action,
    Listing,
    action,
)
from helpdesk.conversation.actions.her_place import (
    about_her_day,
    at_her_place,
    cancelling_every,
    changing,
    her_place,
    moving_some,
    opening_by_code,
    past_booking,
    people_in_booking,
    putting_right,
    why_it_changed,
)
from helpdesk.conversation.actions.making import choosing

_FOUND_BOOKINGS = {"none": NOTHING, "one": BOOKING, "several": NOTHING, "unlike": NOTHING}

ACTIONS: Mapping[str, Action] = {
    "find_bookings": action(
        changing.find_bookings,
        _FOUND_BOOKINGS,
        bookings=Listing("several", BOOKING | {"first"}, changing.SHOWN_BOOKINGS),
        hers=Listing("unlike", BOOKING | {"first"}, changing.SHOWN_BOOKINGS),
    ),
    "what_became": action(
        past_booking.what_became,
        {
            **dict.fromkeys(("cancelled", "past", "done"), OPENING),
            "gone_by": OPENING | {"people"},
            **dict.fromkeys(("never", "dropped"), NOTHING),
            "told_here": BOOKING,
        },
    ),
    "book_for_the_same": action(past_booking.book_for_the_same, {"ready": NOTHING}),
    "note_coming": action(
        her_place.note_coming,
        {**dict.fromkeys(("soon", "later", "late"), BOOKING | {"bring"}), "none": NOTHING},
    ),
    "weigh_correction": action(
        putting_right.weigh_correction,
        {
            **dict.fromkeys(("slip", "another", "replaces"), frozenset({"old", "right"})),
            "so_already": frozenset({"old"}),
            **dict.fromkeys(("several", "unsaid", "instead", "unclear", "kept"), NOTHING),
        },
        wrong=Listing("several", frozenset({"who"}), putting_right.SHOWN_PERSONS),
    ),
    "look_before_putting_right": action(
        putting_right.look_before_putting_right,
        {"again": frozenset({"who", "code", "other_when"}), "young": NOTHING, "fine": NOTHING},
    ),
    "put_name_right": action(
        putting_right.put_name_right, {**dict.fromkeys(("right", "replaced"), BOOKING), "gone": NOTHING}
    ),
    "leave_correction": action(her_place.leave_correction, DONE),
    "wished_of_people": action(
        her_place.wished_of_people, dict.fromkeys(("joins", "named", "unsaid"), NOTHING)
    ),
    "whose_code": action(
        opening_by_code.whose_code,
        {"hers": NOTHING, "other": NOTHING, "opened": BOOKING, "unknown": NOTHING},
    ),
    "check_code": action(
        opening_by_code.check_code, {"opened": BOOKING, "unknown": NOTHING, "kept": NOTHING}
    ),
    "list_people": action(
        people_in_booking.list_people,
        {"one": frozenset({"who"}), "several": NOTHING, "gone": NOTHING},
        persons=Listing("several", frozenset({"who"}), people_in_booking.SHOWN_PERSONS),
    ),
    "offer_needs": action(
        people_in_booking.offer_needs,
        {"found": frozenset({"who"}), "gone": NOTHING},
        needs_offered=Listing("found", frozenset({"need"}), 5),
    ),
    "note_need": action(
        people_in_booking.note_need,
        {"noted": frozenset({"who", "needs"}), "cleared": frozenset({"who"}), "gone": NOTHING},
    ),
    "note_own_phone": action(
        people_in_booking.note_own_phone,
        {
            **dict.fromkeys(("noted", "known", "too_many"), NUMBER | {"who"}),
            **dict.fromkeys(("no_number", "kept", "gone"), NOTHING),
        },
    ),
    "check_joining": action(
        people_in_booking.check_joining,
        {
            **dict.fromkeys(("room", "too_many", "beyond_limit", "phone_full"), BOOKING | {"named"}),
            "under_six": BOOKING | {"named", "young"},
            **dict.fromkeys(("again", "some_again"), BOOKING | {"named", "who", "other_when"}),
            "gone": NOTHING,
        },
    ),
    "leave_out_joining": action(people_in_booking.leave_out_joining, {"left": NOTHING, "nobody": NOTHING}),
    "join_people": action(
        people_in_booking.join_people,
        {**dict.fromkeys(("joined", "joined_untold"), BOOKING), "full": NOTHING, "gone": NOTHING},
    ),
    "forget_going": action(people_in_booking.forget_going, DONE),
    "choose_going": action(
        people_in_booking.choose_going,
        {"some": frozenset({"named"}), "all": frozenset({"named"}), "gone": NOTHING},
    ),
    "find_openings_apart": action(
        people_in_booking.find_openings_apart,
        {"found": OPENING, "none": OPENING, "gone": NOTHING},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "part_booking": action(
        people_in_booking.part_booking, {"parted": BOOKING, "full": NOTHING, "gone": NOTHING}
    ),
    "whom_to_move": action(
        moving_some.whom_to_move,
        {"some": frozenset({"named"}), "all": NOTHING, "unsaid": NOTHING, "kept": NOTHING},
        movable=Listing("unsaid", frozenset({"who"}), changing.SHOWN_PERSONS + 1),
    ),
    "find_days_apart": action(
        moving_some.find_days_apart,
        {"found": OPENING, "that_day": OPENING, "none": OPENING, "gone": NOTHING, **DAY_IN_VAIN},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "whether_all_gone": action(changing.whether_all_gone, {"more": frozenset({"count"}), "all": NOTHING}),
    "whether_lately": action(changing.whether_lately, {"first": NOTHING, "again": NOTHING}),
    "find_persons": action(
        changing.find_persons,
        {"one": BOOKING, "named": BOOKING | {"who"}, "several": BOOKING},
        cancellable=Listing("several", frozenset({"who"}), changing.SHOWN_PERSONS + 1),
    ),
    "whether_every": action(
        cancelling_every.whether_every, {"every": frozenset({"count", "people"}), "one": NOTHING}
    ),
    "cancel_every": action(cancelling_every.cancel_every, {"cancelled": NOTHING, "stay": NOTHING}),
    "cancel_all": action(changing.cancel_all, {"cancelled": NOTHING, "stay": BOOKING, "were_there": BOOKING}),
    "cancel_chosen": action(
        changing.cancel_chosen,
        {
            "cancelled": NOTHING,
            "fewer": BOOKING,
            "was_there": NOTHING,
            "stay": BOOKING,
            "were_there": BOOKING,
            "kept": NOTHING,
        },
    ),
    "whether_it_stands": action(changing.whether_it_stands, {"stands": NOTHING, "called_off": OPENING}),
    "move_booking": action(
        changing.move_booking, {"moved": BOOKING, "full": NOTHING, "gone": NOTHING, "served": BOOKING}
    ),
    "where_hers_is": action(
        at_her_place.where_hers_is, {"hers": BOOKING, "called_off": NOTHING, "none": NOTHING}
    ),
    "about_her_day": action(
        about_her_day.about_her_day,
        {
            **dict.fromkeys(about_her_day.KINDS, BOOKING | {"bring"}),
            **dict.fromkeys(("called_off", "none"), NOTHING),
        },
    ),
    "why_it_changed": action(why_it_changed.why_it_changed, {"day": CHANGED_DAY, "person": NOTHING}),
    "tell_due_bookings": action(
        changing.tell_due_bookings,
        {
            "none": NOTHING,
            **dict.fromkeys(("one", "one_case"), BOOKING | {"bring"}),
            "several": frozenset({"count", "summary"}),
        },
    ),
    "confirm_coming": action(changing.confirm_coming, {"done": frozenset({"bring"}), "none": NOTHING}),
}
