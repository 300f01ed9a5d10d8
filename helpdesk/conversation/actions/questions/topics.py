"""Actions for a text of which the topic is in doubt: name the likeliest, and open the one that is chosen."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.actions.facts import option
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

SHOWN_TOPICS = 3
"""Topics named at once; then comes the menu, for what is none of them."""

ELSE = "menu"

TOPICS = tuple(
    " ".join(
        (
            "steps bring where hours duration fee eligibility why no_smartphone sim_own_name shared_number child elderly_home "
            "activate activate_late no_result forgot_password forgot_passcode change_number new_phone chip_scan card_expired "
            "no_card account_locked lost_phone wrong_info scam sim_moved free_sim loan_phone visit_when book my_booking "
            "reschedule cancel human callback opt_out opt_in erase language thanks greeting menu",
        )
    ).split()
)
"""What may be meant: each has a phrase `topic_…` and an exit of its own where it is opened."""


def name_topics(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The topics that were likeliest, and last "something else"."""
    meant = [
        topic for topic in answers.get("topics", ()) if topic in TOPICS and topic not in (ELSE, "greeting")
    ]
    named = [topic for topic in meant if topic != "thanks"][:SHOWN_TOPICS]
    if not named:
        return Happened("none")
    options = [option(topic, {"topic": {"phrase": f"topic_{topic}"}}) for topic in named]
    return Happened("found", {"choices": [*options, option(ELSE, {"topic": {"phrase": "topic_menu"}})]})


def why_topics(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Why topics are named: in doubt of what a text is about, or because it answers what is not asked any more."""
    late = answers.get("answers_late")
    return Happened("doubt" if late is None else "late" if late else "nothing_asked")


def open_topic(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The topic that was chosen."""
    chosen = answers.get("topic_chosen")
    return Happened(chosen if chosen in TOPICS else ELSE)
