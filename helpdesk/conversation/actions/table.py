"""Every action a flow may name: its function, the outcomes a step must have exits for, and what it makes known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.conversation.actions import (
    aftercare,
    aftercare_by_others,
    booked_again,
    booking,
    changed_by_office,
    changing,
    choosing,
    contact,
    day_changed,
    helping,
    her_place,
    marking,
    missing,
    opening_by_code,
    own_case,
    past_booking,
    people_in_booking,
    phone_full,
    reach,
    requests,
    telling_too,
    topics,
    visits,
    waiting,
)
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

_PLACE = frozenset({"place"})
_OPENING = _PLACE | {"when", "hours", "level2", "level2_sentence", "free"}
_BOOKING = _OPENING | {"people", "party", "code", "arrival"}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to choose from: the outcome that brings it, the placeholders of each line, the most lines there can be."""

    outcome: str
    line: frozenset[str]
    most: int


@dataclass(frozen=True, slots=True)
class Action:
    """`gives`: per outcome, the placeholders known afterwards; `lists`: the lists to choose from."""

    run: Callable[[Scene, Mapping[str, Any]], Happened]
    gives: Mapping[str, frozenset[str]]
    lists: Mapping[str, Listing]

    @property
    def outcomes(self) -> frozenset[str]:
        """All outcomes."""
        return frozenset(self.gives)


def _action(
    run: Callable[[Scene, Mapping[str, Any]], Happened],
    gives: Mapping[str, frozenset[str]],
    **lists: Listing,
) -> Action:
    return Action(run, gives, lists)


_NOTHING: frozenset[str] = frozenset()
_NUMBER = frozenset({"number"})
_CHANGED_DAY = _PLACE | {"old_when", "reason"}
_DONE = {"done": _NOTHING}
_MISSED = frozenset({"people", "missed"})
_TAKEN = frozenset({"people", "taken"})
_WAIT = frozenset({"wait_for", "people", "party"})
_OFFER = _OPENING | {"people", "party", "until"}
_FOUND_BOOKINGS = {"none": _NOTHING, "one": _BOOKING, "several": _NOTHING, "unlike": _NOTHING}

ACTIONS: dict[str, Action] = {
    "find_places": _action(choosing.find_places, {"found": _NOTHING}, places=Listing("found", _PLACE, 3)),
    "name_candidates": _action(
        choosing.name_candidates, {"found": _NOTHING}, places=Listing("found", _PLACE, 4)
    ),
    "find_openings": _action(
        choosing.find_openings,
        {"found": _PLACE, "none": _PLACE},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "find_days": _action(
        choosing.find_days,
        {"found": _PLACE, "one": _OPENING, "none": _PLACE},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "take_only_day": _action(choosing.take_only_day, {"chosen": _NOTHING}),
    "find_other_openings": _action(
        choosing.find_other_openings,
        {"found": _PLACE, "that_day": _OPENING, "none": _PLACE},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "find_later_openings": _action(
        choosing.find_later_openings,
        {"found": _PLACE, "none": _PLACE},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "next_missing": _action(
        missing.next_missing,
        {
            **dict.fromkeys(("place", "several", "opening", "names", "ready", "more"), _NOTHING),
            **dict.fromkeys(("set_aside", "comes_back"), frozenset({"aside"})),
            "noted": frozenset({"party"}),
            **dict.fromkeys(("choose", "none"), _PLACE),
            **dict.fromkeys(("no_opening", "full_day"), _PLACE | {"asked_day"}),
        },
        openings=Listing("choose", _OPENING, choosing.SHOWN_OPENINGS),
        nearest=Listing("no_opening", _OPENING, choosing.SHOWN_OPENINGS),
        others=Listing("full_day", frozenset({"choice_line"}), choosing.SHOWN_OPENINGS + 1),
    ),
    "names_known": _action(
        booking.names_known, {"known": _NOTHING, "unknown": _NOTHING, "past": _OPENING, "gone": _NOTHING}
    ),
    "check_booking": _action(
        booking.check_booking,
        {
            **dict.fromkeys(
                ("first_time", "known", "too_many", "beyond_limit", "past", "phone_full"),
                _OPENING | {"named", "party"},
            ),
            **dict.fromkeys(("first_part", "known_part"), _OPENING | {"named", "party", "spoken"}),
            "gone": _NOTHING,
        },
    ),
    "whether_again": _action(
        booked_again.whether_again,
        {"new": _NOTHING, **dict.fromkeys(("again", "some_again"), frozenset({"who", "code", "other_when"}))},
    ),
    "leave_out_again": _action(booked_again.leave_out_again, {"left": _NOTHING, "nobody": _NOTHING}),
    "keep_consent": _action(booking.keep_consent, _DONE),
    "book_places": _action(
        booking.book_places,
        {
            **dict.fromkeys(("booked", "booked_case", "booked_untold"), _BOOKING | {"bring"}),
            "full": _NOTHING,
            "past": _OPENING,
            "gone": _NOTHING,
        },
    ),
    "find_bookings": _action(
        changing.find_bookings,
        _FOUND_BOOKINGS,
        bookings=Listing("several", _BOOKING, changing.SHOWN_BOOKINGS),
        hers=Listing("unlike", _BOOKING, changing.SHOWN_BOOKINGS),
    ),
    "what_became": _action(
        past_booking.what_became,
        {
            **dict.fromkeys(("cancelled", "past", "done"), _OPENING),
            **dict.fromkeys(("never", "dropped"), _NOTHING),
        },
    ),
    "note_coming": _action(
        her_place.note_coming,
        {**dict.fromkeys(("soon", "later", "late"), _BOOKING | {"bring"}), "none": _NOTHING},
    ),
    "correction_said": _action(her_place.correction_said, {"said": _NOTHING, "unsaid": _NOTHING}),
    "leave_correction": _action(her_place.leave_correction, _DONE),
    "wished_of_people": _action(
        her_place.wished_of_people, dict.fromkeys(("joins", "named", "unsaid"), _NOTHING)
    ),
    "whose_code": _action(
        opening_by_code.whose_code,
        {"hers": _NOTHING, "other": _NOTHING, "opened": _BOOKING, "unknown": _NOTHING},
    ),
    "check_code": _action(opening_by_code.check_code, {"opened": _BOOKING, "unknown": _NOTHING}),
    "list_people": _action(
        people_in_booking.list_people,
        {"one": frozenset({"who"}), "several": _NOTHING, "gone": _NOTHING},
        persons=Listing("several", frozenset({"who"}), people_in_booking.SHOWN_PERSONS),
    ),
    "offer_needs": _action(
        people_in_booking.offer_needs,
        {"found": frozenset({"who"}), "gone": _NOTHING},
        needs_offered=Listing("found", frozenset({"need"}), 5),
    ),
    "note_need": _action(
        people_in_booking.note_need,
        {"noted": frozenset({"who", "needs"}), "cleared": frozenset({"who"}), "gone": _NOTHING},
    ),
    "note_own_phone": _action(
        people_in_booking.note_own_phone,
        {
            **dict.fromkeys(("noted", "known", "too_many"), _NUMBER | {"who"}),
            **dict.fromkeys(("no_number", "kept", "gone"), _NOTHING),
        },
    ),
    "check_joining": _action(
        people_in_booking.check_joining,
        {
            **dict.fromkeys(("room", "too_many", "beyond_limit", "phone_full"), _BOOKING | {"named"}),
            "gone": _NOTHING,
        },
    ),
    "join_people": _action(
        people_in_booking.join_people, {"joined": _BOOKING, "full": _NOTHING, "gone": _NOTHING}
    ),
    "tell_own_phone": _action(
        telling_too.tell_own_phone,
        {
            **dict.fromkeys(("booked", "moved", "reminder"), _BOOKING),
            "cancelled": _OPENING | {"people"},
            "no_show": _PLACE | _MISSED,
            "result": _TAKEN,
            "activate": frozenset({"people"}),
            "none": _NOTHING,
        },
    ),
    "forget_going": _action(people_in_booking.forget_going, _DONE),
    "choose_going": _action(
        people_in_booking.choose_going,
        {"some": frozenset({"named"}), "all": frozenset({"named"}), "gone": _NOTHING},
    ),
    "find_openings_apart": _action(
        people_in_booking.find_openings_apart,
        {"found": _OPENING, "none": _OPENING, "gone": _NOTHING},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "part_booking": _action(
        people_in_booking.part_booking, {"parted": _BOOKING, "full": _NOTHING, "gone": _NOTHING}
    ),
    "whether_lately": _action(changing.whether_lately, {"first": _NOTHING, "again": _NOTHING}),
    "find_persons": _action(
        changing.find_persons,
        {"one": _BOOKING, "named": _BOOKING | {"who"}, "several": _BOOKING},
        cancellable=Listing("several", frozenset({"who"}), changing.SHOWN_PERSONS + 1),
    ),
    "cancel_all": _action(
        changing.cancel_all, {"cancelled": _NOTHING, "stay": _BOOKING, "were_there": _BOOKING}
    ),
    "cancel_chosen": _action(
        changing.cancel_chosen,
        {
            "cancelled": _NOTHING,
            "fewer": _BOOKING,
            "was_there": _NOTHING,
            "stay": _BOOKING,
            "were_there": _BOOKING,
            "kept": _NOTHING,
        },
    ),
    "whether_it_stands": _action(changing.whether_it_stands, {"stands": _NOTHING, "called_off": _OPENING}),
    "move_booking": _action(
        changing.move_booking, {"moved": _BOOKING, "full": _NOTHING, "gone": _NOTHING, "served": _BOOKING}
    ),
    "tell_due_bookings": _action(
        changing.tell_due_bookings,
        {
            "none": _NOTHING,
            **dict.fromkeys(("one", "one_case"), _BOOKING | {"bring"}),
            "several": frozenset({"count", "summary"}),
        },
    ),
    "confirm_coming": _action(changing.confirm_coming, {"done": _NOTHING, "none": _NOTHING}),
    "ask_for_call": _action(contact.ask_for_call, _DONE),
    "leave_question": _action(contact.leave_question, {"done": _NOTHING, "nothing": _NOTHING}),
    "opt_out": _action(contact.opt_out, {"stopped": _NOTHING, "already": _NOTHING}),
    "opt_in": _action(contact.opt_in, _DONE),
    "ask_erasure": _action(contact.ask_erasure, {"done": frozenset({"erase_by"})}),
    "speak_vietnamese": _action(contact.speak_vietnamese, _DONE),
    "speak_english": _action(contact.speak_english, {"done": _NOTHING, "not_offered": _NOTHING}),
    "write_plain": _action(contact.write_plain, _DONE),
    "write_accents": _action(contact.write_accents, _DONE),
    "recall_case": _action(own_case.recall_case, {"fresh": _NOTHING, "begun": frozenset({"step"})}),
    "next_question": _action(
        own_case.next_question,
        dict.fromkeys(
            ("who", "card", "sim", "smartphone", "child_card", "child_sim", "parent", "under_six", "list"),
            _NOTHING,
        ),
    ),
    "forget_case": _action(own_case.forget_case, _DONE),
    "own_list": _action(
        own_case.own_list,
        {
            f"{whose}{outcome}": frozenset({"bring_list", "next_step"})
            for whose in ("", "child_")
            for outcome in ("ready", "needs_card", "needs_sim", "needs_both")
        },
    ),
    "find_visits": _action(
        visits.find_visits,
        {"found": _PLACE, "elsewhere": _PLACE, "none": _PLACE, "unknown": _NOTHING},
        openings=Listing("found", _OPENING, choosing.SHOWN_OPENINGS),
        around=Listing("elsewhere", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "name_topics": _action(
        topics.name_topics,
        {"found": _NOTHING, "none": _NOTHING},
        choices=Listing("found", frozenset({"topic"}), topics.SHOWN_TOPICS + 1),
    ),
    "why_topics": _action(topics.why_topics, dict.fromkeys(("doubt", "late", "nothing_asked"), _NOTHING)),
    "open_topic": _action(topics.open_topic, dict.fromkeys(topics.TOPICS, _NOTHING)),
    "hear_reach": _action(
        reach.hear_reach,
        dict.fromkeys(("call", "neighbour", "which_neighbour", "text", "unsaid"), _NOTHING),
    ),
    "reach_by_call": _action(reach.reach_by_call, _DONE),
    "reach_by_text": _action(reach.reach_by_text, _DONE),
    "reach_by_neighbour": _action(
        reach.reach_by_neighbour,
        {
            "named": _NUMBER,
            "agreed": _NUMBER,
            "not_possible": _NUMBER,
            "no_number": _NOTHING,
            "nobody": _NOTHING,
            "too_many": _NOTHING,
        },
    ),
    "find_helped": _action(helping.find_helped, {"asked": _NUMBER, "none": _NOTHING}),
    "agree_to_help": _action(helping.agree_to_help, {"done": _NUMBER, "none": _NOTHING}),
    "decline_to_help": _action(helping.decline_to_help, {"done": _NUMBER, "none": _NOTHING}),
    "tell_due_to_neighbour": _action(
        helping.tell_due_to_neighbour,
        {
            "none": _NOTHING,
            **dict.fromkeys(("one", "one_case"), _BOOKING | _NUMBER | {"bring"}),
            "several": _NUMBER | {"count", "summary"},
        },
    ),
    "have_her_rung": _action(helping.have_her_rung, _DONE),
    "stop_helping": _action(helping.stop_helping, {"done": _NUMBER}),
    "take_other_day": _action(waiting.take_other_day, {"chosen": _NOTHING, "wait": _NOTHING}),
    "wait_for_opening": _action(waiting.wait_for_opening, _DONE),
    "wait_for_place": _action(waiting.wait_for_place, _DONE),
    "names_to_wait": _action(waiting.names_to_wait, {"known": _NOTHING, "unknown": _NOTHING}),
    "consider_waiting": _action(
        waiting.consider_waiting,
        {
            **dict.fromkeys(("first_time", "known", "phone_full"), frozenset({"named", "wait_for"})),
            **dict.fromkeys(("room", "too_big", "beyond_limit", "gone"), _NOTHING),
        },
    ),
    "join_waiting": _action(waiting.join_waiting, {"waiting": _WAIT, "too_many": _NOTHING}),
    "what_is_hers": _action(waiting.what_is_hers, dict.fromkeys(("bookings", "waits", "both"), _NOTHING)),
    "find_waits": _action(
        waiting.find_waits,
        {"none": _NOTHING, "one": _WAIT, "several": _NOTHING},
        waits=Listing("several", _WAIT, waiting.SHOWN_WAITS),
    ),
    "tell_wait": _action(waiting.tell_wait, {"waiting": _WAIT, "offered": _NOTHING, "none": _NOTHING}),
    "leave_waiting": _action(waiting.leave_waiting, {"left": _WAIT, "none": _NOTHING}),
    "tell_offer": _action(waiting.tell_offer, {"held": _OFFER, "none": _NOTHING}),
    "whether_offered_again": _action(
        waiting.whether_offered_again,
        {"new": _NOTHING, "phone_full": _NOTHING, "again": frozenset({"who", "code", "other_when"})},
    ),
    "count_held": _action(phone_full.count_held, {"found": frozenset({"held", "most"})}),
    "ask_for_more_places": _action(phone_full.ask_for_more_places, _DONE),
    "accept_offer": _action(
        waiting.accept_offer,
        {
            "booked": _BOOKING | {"bring"},
            "first_time": _OFFER | {"named"},
            "changing": _NOTHING,
            "gone": _NOTHING,
        },
    ),
    "decline_offer": _action(waiting.decline_offer, {"left": _NOTHING, "still_waiting": _NOTHING}),
    "tell_changed_day": _action(
        day_changed.tell_changed_day,
        {
            "none": _NOTHING,
            "moved": _CHANGED_DAY | _BOOKING,
            "moved_several": _CHANGED_DAY | {"count", "new_days"},
            **dict.fromkeys(("choose", "choose_several", "apart", "no_other"), _CHANGED_DAY | {"count"}),
        },
        openings=Listing("choose", _OPENING, choosing.SHOWN_OPENINGS),
        several_openings=Listing("choose_several", _OPENING, choosing.SHOWN_OPENINGS),
    ),
    "keep_new_day": _action(
        day_changed.keep_new_day, {"one": _BOOKING, "several": _NOTHING, "none": _NOTHING}
    ),
    "move_changed": _action(
        day_changed.move_changed,
        {"moved": _BOOKING, "moved_several": _OPENING | {"count"}, "full": _NOTHING, "gone": _NOTHING},
    ),
    "wait_for_another_day": _action(day_changed.wait_for_another_day, {"done": _OPENING, "none": _NOTHING}),
    "wait_for_new_day": _action(day_changed.wait_for_new_day, {"done": _NOTHING, "none": _NOTHING}),
    "tell_changed_to_neighbour": _action(
        day_changed.tell_changed_to_neighbour,
        {
            "none": _NOTHING,
            "moved": _CHANGED_DAY | _BOOKING | _NUMBER,
            "moved_several": _CHANGED_DAY | _NUMBER | {"count", "new_days"},
            "called_off": _CHANGED_DAY | _NUMBER,
        },
    ),
    "have_changed_rung": _action(day_changed.have_changed_rung, _DONE),
    "stop_helping_with_change": _action(day_changed.stop_helping_with_change, {"done": _NUMBER}),
    "tell_office_change": _action(
        changed_by_office.tell_office_change,
        {
            "none": _NOTHING,
            "moved": _BOOKING | {"old_when", "by"},
            "fewer": _BOOKING | {"gone", "by"},
            "cancelled": _OPENING | {"gone", "by"},
        },
    ),
    "tell_office_change_to_neighbour": _action(
        changed_by_office.tell_office_change_to_neighbour,
        {
            "none": _NOTHING,
            "moved": _BOOKING | _NUMBER | {"old_when", "by"},
            "fewer": _BOOKING | _NUMBER | {"gone", "by"},
            "cancelled": _OPENING | _NUMBER | {"gone", "by"},
        },
    ),
    "ask_for_visit": _action(requests.ask_for_visit, _DONE),
    "ask_for_sim": _action(requests.ask_for_sim, _DONE),
    "ask_for_phone": _action(requests.ask_for_phone, _DONE),
    "tell_absent": _action(
        aftercare.tell_absent,
        {"again": _OPENING | _MISSED, "no_date": _PLACE | _MISSED, "none": _NOTHING},
    ),
    "tell_waiting": _action(
        aftercare.tell_waiting,
        {"one": _TAKEN, "several": _TAKEN, "none": _NOTHING},
        waiting=Listing("several", frozenset({"who"}), aftercare.SHOWN_PERSONS),
    ),
    "note_notice": _action(aftercare.note_notice, _DONE),
    "tell_to_activate": _action(
        aftercare.tell_to_activate, {"found": frozenset({"people"}), "none": _NOTHING}
    ),
    "note_activated": _action(aftercare.note_activated, {"done": _NOTHING, "none": _NOTHING}),
    "offer_help": _action(aftercare.offer_help, {"found": _PLACE, "no_date": _NOTHING, "none": _NOTHING}),
    "begin_booking": _action(aftercare.begin_booking, {"ready": _NOTHING}),
    "begin_choosing": _action(aftercare.begin_choosing, {"ready": _NOTHING}),
    "begin_help": _action(aftercare.begin_help, {"ready": _NOTHING}),
    "tell_after_to_neighbour": _action(
        aftercare_by_others.tell_after_to_neighbour,
        {
            "no_show": _OPENING | _MISSED | _NUMBER,
            "no_show_only": _PLACE | _MISSED | _NUMBER,
            "result": _TAKEN | _NUMBER,
            "activate": _NUMBER | {"people"},
            "none": _NOTHING,
        },
    ),
    "mark_by_text": _action(
        marking.mark_by_text,
        {
            "done": frozenset({"people", "outcome"}),
            "some": frozenset({"people", "outcome", "codes"}),
            "none": frozenset({"codes"}),
        },
    ),
    "have_her_rung_after": _action(aftercare_by_others.have_her_rung_after, _DONE),
    "stop_helping_after": _action(aftercare_by_others.stop_helping_after, {"done": _NUMBER}),
}
