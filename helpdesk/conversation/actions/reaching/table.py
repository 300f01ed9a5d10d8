"""The actions of how she is reached, by us or through a neighbour, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import BOOKING, DONE, NOTHING, NUMBER, Action, action
from helpdesk.conversation.actions.reaching import contact, helping, reach
from helpdesk.conversation.actions.reaching.when_reminded import HOW, when_reminded

ACTIONS: Mapping[str, Action] = {
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
    "accents_said": action(contact.accents_said, dict.fromkeys(("marked", "plain", "unsaid"), NOTHING)),
    "speak_vietnamese": action(contact.speak_vietnamese, DONE),
    "speak_english": action(contact.speak_english, {"done": NOTHING, "not_offered": NOTHING}),
    "write_plain": action(contact.write_plain, DONE),
    "write_accents": action(contact.write_accents, DONE),
    "when_reminded": action(
        when_reminded,
        {
            **dict.fromkeys(HOW.values(), frozenset({"remind_on"})),
            **dict.fromkeys(("silent", "soon", "unbooked"), NOTHING),
        },
    ),
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
}
