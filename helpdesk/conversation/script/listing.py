"""Which flow serves which intent."""

from helpdesk.conversation.script.model import Script


def flows_by_intent(script: Script) -> dict[str, str]:
    """Intent → flow, in the order of the alphabet."""
    served = ((intent, name) for name, flow in script.flows.items() for intent in flow.intents)
    return dict(sorted(served))
