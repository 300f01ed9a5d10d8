"""Every action a flow may name."""

from collections.abc import Mapping

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
from helpdesk.conversation.actions.her_place import (
    at_her_place,
    cancelling_every,
    changing,
    her_place,
    moving_some,
    opening_by_code,
    past_booking,
    people_in_booking,
    putting_right,
)
from helpdesk.conversation.actions.making import (
    booked_again,
    booking,
    choosing,
    missing,
    phone_full,
    under_six,
)
from helpdesk.conversation.actions.questions import own_case, requests, topics, visits, words_asked
from helpdesk.conversation.actions.reaching import contact, reach
from helpdesk.conversation.actions.table_of_ours import OURS
from helpdesk.conversation.actions.waits import some_of_offer, waiting

__all__ = ["ACTIONS", "Action", "Listing"]

_WAIT = frozenset({"wait_for", "people", "party"})
_OFFER = OPENING | {"people", "party", "until"}
_DAY_IN_VAIN = {
    "unclear_day": NOTHING,
    **dict.fromkeys(("past_day", "not_then"), frozenset({"asked_day"})),
    "other_part": frozenset({"asked_day", "asked_part", "hours"}),
    "no_part": PLACE | {"asked_part"},
}
_FOUND_BOOKINGS = {"none": NOTHING, "one": BOOKING, "several": NOTHING, "unlike": NOTHING}

ACTIONS: Mapping[str, Action] = {
    **OURS,
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
            **_DAY_IN_VAIN,
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
            **dict.fromkeys(("slip", "another"), frozenset({"old", "right"})),
            "so_already": frozenset({"old"}),
            **dict.fromkeys(("several", "unsaid", "unclear", "kept"), NOTHING),
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
    "book_joining": action(missing.book_joining, DONE),
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
        {"found": OPENING, "that_day": OPENING, "none": OPENING, "gone": NOTHING, **_DAY_IN_VAIN},
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
    "which_phone": action(contact.which_phone, {"known": NOTHING, "unsaid": NOTHING}),
    "hear_phone": action(contact.hear_phone, {"done": NOTHING}),
    "ask_for_call": action(contact.ask_for_call, {"done": NOTHING, "elsewhere": NUMBER}),
    "call_off_call": action(contact.call_off_call, {"noted": NOTHING, "none": NOTHING}),
    "leave_question": action(contact.leave_question, {"done": NOTHING, "nothing": NOTHING}),
    "opt_out": action(
        contact.opt_out, dict.fromkeys(("stopped", "booked", "waits", "rung", "already"), NOTHING)
    ),
    "opt_out_of_calls": action(
        contact.opt_out_of_calls, dict.fromkeys(("stopped", "booked", "waits"), NOTHING)
    ),
    "leave_lists": action(contact.leave_lists, DONE),
    "whether_silent": action(contact.whether_silent, {"told": NOTHING, "silent": NOTHING}),
    "opt_in": action(contact.opt_in, dict.fromkeys(("done", "rung", "through"), NOTHING)),
    "ask_erasure": action(contact.ask_erasure, {"done": frozenset({"erase_by"})}),
    "language_said": action(
        contact.language_said, dict.fromkeys(("english", "vietnamese", "unsaid"), NOTHING)
    ),
    "speak_vietnamese": action(contact.speak_vietnamese, DONE),
    "speak_english": action(contact.speak_english, {"done": NOTHING, "not_offered": NOTHING}),
    "write_plain": action(contact.write_plain, DONE),
    "write_accents": action(contact.write_accents, DONE),
    "recall_case": action(own_case.recall_case, {"fresh": NOTHING, "begun": frozenset({"step"})}),
    "next_question": action(
        own_case.next_question,
        dict.fromkeys(
            ("who", "card", "sim", "smartphone", "child_card", "child_sim", "parent", "under_six", "list"),
            NOTHING,
        ),
    ),
    "forget_case": action(own_case.forget_case, DONE),
    "own_list": action(
        own_case.own_list,
        {
            f"{whose}{outcome}": frozenset({"bring_list", "next_step"})
            for whose in ("", "child_")
            for outcome in ("ready", "needs_card", "needs_sim", "needs_both")
        },
    ),
    "find_visits": action(
        visits.find_visits,
        {**dict.fromkeys(("found", "elsewhere", "none"), PLACE), "several": NOTHING, "unknown": NOTHING},
        openings=Listing("found", OPENING, choosing.SHOWN_OPENINGS),
        around=Listing("elsewhere", OPENING, choosing.SHOWN_OPENINGS),
    ),
    "name_topics": action(
        topics.name_topics,
        {"found": NOTHING, "none": NOTHING},
        choices=Listing("found", frozenset({"topic"}), topics.SHOWN_TOPICS + 1),
    ),
    "why_topics": action(topics.why_topics, dict.fromkeys(("doubt", "late", "nothing_asked"), NOTHING)),
    "open_topic": action(topics.open_topic, dict.fromkeys(topics.TOPICS, NOTHING)),
    "hear_reach": action(
        reach.hear_reach,
        dict.fromkeys(("call", "ring_now", "neighbour", "which_neighbour", "text", "unsaid"), NOTHING),
    ),
    "reach_by_call": action(reach.reach_by_call, {"done": NOTHING, "nothing_booked": NOTHING}),
    "reach_by_text": action(reach.reach_by_text, DONE),
    "reach_by_neighbour": action(
        reach.reach_by_neighbour,
        {
            "named": NUMBER,
            "agreed": NUMBER,
            "not_possible": NUMBER,
            "no_number": NOTHING,
            "nobody": NOTHING,
            "too_many": NOTHING,
        },
    ),
    "take_other_day": action(waiting.take_other_day, {"chosen": NOTHING, "wait": NOTHING}),
    "wait_for_opening": action(waiting.wait_for_opening, DONE),
    "wait_for_place": action(waiting.wait_for_place, DONE),
    "names_to_wait": action(waiting.names_to_wait, {"known": NOTHING, "unknown": NOTHING}),
    "consider_waiting": action(
        waiting.consider_waiting,
        {
            **dict.fromkeys(("first_time", "known", "phone_full"), frozenset({"named", "wait_for"})),
            **dict.fromkeys(("under_six", "some_under_six"), frozenset({"named", "wait_for", "young"})),
            **dict.fromkeys(("room", "too_big", "beyond_limit", "gone"), NOTHING),
        },
    ),
    "join_waiting": action(waiting.join_waiting, {"waiting": _WAIT, "too_many": NOTHING}),
    "what_is_hers": action(waiting.what_is_hers, dict.fromkeys(("bookings", "waits", "both"), NOTHING)),
    "find_waits": action(
        waiting.find_waits,
        {"none": NOTHING, "one": _WAIT, "several": NOTHING},
        waits=Listing("several", _WAIT, waiting.SHOWN_WAITS),
    ),
    "tell_wait": action(waiting.tell_wait, {"waiting": _WAIT, "offered": NOTHING, "none": NOTHING}),
    "leave_waiting": action(waiting.leave_waiting, {"left": _WAIT, "none": NOTHING}),
    "tell_offer": action(
        waiting.tell_offer,
        {
            "held": _OFFER,
            "held_young": _OFFER | {"young"},
            "held_some": _OFFER | {"named", "gone"},
            "held_which": _OFFER,
            "none": NOTHING,
        },
    ),
    "take_all_offered": action(some_of_offer.take_all_offered, DONE),
    "whether_offered_again": action(
        waiting.whether_offered_again,
        {"new": NOTHING, "phone_full": NOTHING, "again": frozenset({"who", "code", "other_when"})},
    ),
    "count_held": action(phone_full.count_held, {"found": frozenset({"held", "most"})}),
    "ask_for_more_places": action(phone_full.ask_for_more_places, DONE),
    "accept_offer": action(
        waiting.accept_offer,
        {
            "booked": BOOKING | {"bring"},
            "first_time": _OFFER | {"named"},
            "changing": NOTHING,
            "gone": NOTHING,
        },
    ),
    "decline_offer": action(waiting.decline_offer, {"left": NOTHING, "still_waiting": NOTHING}),
    "ask_for_visit": action(requests.ask_for_visit, DONE),
    "ask_for_sim": action(requests.ask_for_sim, DONE),
    "ask_for_phone": action(requests.ask_for_phone, DONE),
    "add_to_request": action(requests.add_to_request, DONE),
    "which_word": action(words_asked.which_word, dict.fromkeys((*words_asked.KNOWN, "unsaid"), NOTHING)),
    "when_deleted": action(requests.when_deleted, {"asked": frozenset({"erase_by"}), "none": NOTHING}),
}
