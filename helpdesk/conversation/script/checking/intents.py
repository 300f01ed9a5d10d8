"""Whether every intent that a flow serves is one, and is served by one flow only; and those that it refines."""

from collections.abc import Iterator

from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script

_IDS = (
    "menu greeting steps bring where hours duration fee eligibility why no_smartphone sim_own_name shared_number child",
    "elderly_home activate activate_late no_result forgot_password forgot_passcode change_number new_phone chip_scan",
    "card_expired no_card account_locked lost_phone wrong_info scam sim_moved free_sim loan_phone visit_when book",
    "my_booking reschedule cancel human callback opt_out opt_in erase language thanks unknown",
)
INTENTS = frozenset(" ".join(_IDS).split())
"""Everything a resident may ask about or want done. Other people's tools know these ids; they do not change."""

OUR_OWN = frozenset({"accents", "reach"})
"""Commands beside them: words that work at any moment and have no id there."""


def intent_faults(script: Script) -> Iterator[Fault]:
    """Unknown intents, and intents that two flows claim."""
    served_by: dict[str, str] = {}
    for name, flow in script.flows.items():
        for intent in flow.intents:
            line = flow.intent_lines.get(intent, 1)
            if intent not in INTENTS | OUR_OWN:
                yield Fault(flow.file, line, f"there is no intent '{intent}'")
            elif intent in served_by:
                yield Fault(
                    flow.file, line, f"the intent '{intent}' is served by the flow '{served_by[intent]}'"
                )
            served_by.setdefault(intent, name)
        for intent in sorted(flow.refines):
            if intent not in INTENTS | OUR_OWN:
                yield Fault(flow.file, 1, f"there is no intent '{intent}' to refine")
            elif intent in flow.intents:
                yield Fault(
                    flow.file, 1, f"this flow serves '{intent}' itself: 'refines' is for those of others"
                )
