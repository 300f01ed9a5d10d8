"""The actions of questions and requests, with what each can come to."""

from collections.abc import Mapping

from helpdesk.conversation.actions.action import DONE, NOTHING, OPENING, PLACE, Action, Listing, action
from helpdesk.conversation.actions.making import choosing
from helpdesk.conversation.actions.questions import (
    her_commune,
    own_case,
    requests,
    topics,
    visits,
    words_asked,
)

ACTIONS: Mapping[str, Action] = {
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
    "remember_commune": action(her_commune.remember_commune, {"known": NOTHING, "several": NOTHING}),
    "ask_for_visit": action(requests.ask_for_visit, DONE),
    "ask_for_sim": action(requests.ask_for_sim, DONE),
    "ask_for_phone": action(requests.ask_for_phone, DONE),
    "add_to_request": action(requests.add_to_request, DONE),
    "which_word": action(words_asked.which_word, dict.fromkeys((*words_asked.KNOWN, "unsaid"), NOTHING)),
    "when_deleted": action(requests.when_deleted, {"asked": frozenset({"erase_by"}), "none": NOTHING}),
}
