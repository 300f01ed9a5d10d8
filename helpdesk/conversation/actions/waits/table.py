"""The actions of the waiting list and its offers, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import BOOKING, DONE, NOTHING, OPENING, Action, Listing, action
from helpdesk.conversation.actions.waits import some_of_offer, waiting

_WAIT = frozenset({"wait_for", "people", "party"})
_OFFER = OPENING | {"people", "party", "until"}

ACTIONS: Mapping[str, Action] = {
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
}
