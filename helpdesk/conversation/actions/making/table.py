"""The actions on the way to a booking, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import (
    BOOKING,
    DAY_IN_VAIN,
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
from helpdesk.conversation.actions.making import (
    booked_again,
    booking,
    choosing,
    doubted_names,
    missing,
    phone_full,
    telling_too,
    under_six,
)

ACTIONS: Mapping[str, Action] = {
    "find_places": action(choosing.find_places, {"found": NOTHING}, places=Listing("found", PLACE, 3)),
    "name_candidates": action(
        choosing.name_candidates, {"found": NOTHING}, places=Listing("found", PLACE, 4)
    ),
    "find_openings": action(
        choosing.find_openings,
        {"found": PLACE, "none": PLACE},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "find_days": action(
        choosing.find_days,
        {"found": PLACE, "one": OPENING, "none": PLACE},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "take_only_day": action(choosing.take_only_day, {"chosen": NOTHING}),
    "find_other_openings": action(
        choosing.find_other_openings,
        {
            "found": PLACE,
            "that_day": OPENING,
            "none": PLACE,
            **DAY_IN_VAIN,
        },
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "find_later_openings": action(
        choosing.find_later_openings,
        {"found": PLACE, "none": PLACE},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "forget_booking": action(missing.forget_booking, DONE),
    "next_missing": action(
        missing.next_missing,
        {
            "only_other": OPENING | {"asked_day"},
            "goes_on": NOTHING,
            "goes_on_named": frozenset({"aside"}),
            **dict.fromkeys(("place", "several", "opening", "names", "ready", "more"), NOTHING),
            **dict.fromkeys(("set_aside", "comes_back"), frozenset({"aside"})),
            "noted": frozenset({"party"}),
            "unclear_day": NOTHING,
            "whose_number": NUMBER,
            **dict.fromkeys(("whose_years", "many_at_once"), NOTHING),
            "same_name": frozenset({"who"}),
            "past_day": frozenset({"asked_day"}),
            "other_part": frozenset({"asked_day", "asked_part", "hours"}),
            "no_part": PLACE | {"asked_part"},
            **dict.fromkeys(("choose", "none"), PLACE),
            **dict.fromkeys(("no_opening", "full_day"), PLACE | {"asked_day"}),
        },
        openings=Listing("choose", OPENING, choosing.SHOWN_OPENINGS),
        nearest=Listing("no_opening", OPENING, choosing.SHOWN_OPENINGS),
        others=Listing("full_day", frozenset({"choice_line"}), choosing.SHOWN_OPENINGS + 1),
    ),
    "names_known": action(
        booking.names_known, {"known": NOTHING, "unknown": NOTHING, "past": OPENING, "gone": NOTHING}
    ),
    "check_booking": action(
        booking.check_booking,
        {
            **dict.fromkeys(
                ("first_time", "known", "too_many", "beyond_limit", "past", "phone_full"),
                OPENING | {"named", "party"},
            ),
            **dict.fromkeys(("first_part", "known_part"), OPENING | {"named", "party", "spoken"}),
            **dict.fromkeys(("under_six", "some_under_six"), OPENING | {"named", "party", "young"}),
            "gone": NOTHING,
        },
    ),
    "whether_again": action(
        booked_again.whether_again,
        {"new": NOTHING, **dict.fromkeys(("again", "some_again"), frozenset({"who", "code", "other_when"}))},
    ),
    "doubt_names": action(doubted_names.doubt_names, {"doubted": frozenset({"named"})}),
    "take_doubted": action(doubted_names.take_doubted, DONE),
    "leave_out_again": action(booked_again.leave_out_again, {"left": NOTHING, "nobody": NOTHING}),
    "keep_under_six": action(under_six.keep_under_six, DONE),
    "leave_out_under_six": action(under_six.leave_out_under_six, {"left": NOTHING}),
    "keep_consent": action(booking.keep_consent, DONE),
    "book_places": action(
        booking.book_places,
        {
            **dict.fromkeys(("booked", "booked_case", "booked_untold"), BOOKING | {"bring"}),
            "full": NOTHING,
            "past": OPENING,
            "gone": NOTHING,
        },
    ),
    "book_joining": action(missing.book_joining, DONE),
    "count_held": action(phone_full.count_held, {"found": frozenset({"held", "most"})}),
    "ask_for_more_places": action(phone_full.ask_for_more_places, DONE),
    "tell_own_phone": action(
        telling_too.tell_own_phone,
        {
            **dict.fromkeys(("booked", "moved", "reminder"), BOOKING | {"bring"}),
            "cancelled": OPENING | {"people"},
            "no_show": PLACE | MISSED,
            "result": TAKEN,
            "activate": frozenset({"people"}),
            "none": NOTHING,
        },
    ),
}
