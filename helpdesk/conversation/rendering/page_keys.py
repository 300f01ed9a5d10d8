"""The keys that turn pages, and how pages name them."""

from helpdesk.conversation.rendering.values import Phrases, phrase

MORE, BACK = "98", "00"
"""On the first page 00 goes back to the question before, as in a text message."""


def page_keys(phrases: Phrases, language: str) -> tuple[str, str]:
    """How pages say that there is more, and the way back: "98 tiếp", "00 lùi"; the bare keys where there are no words."""
    more, back = (
        f"{key} {phrase(phrases, name, language)}" if name in phrases else key
        for key, name in ((MORE, "ussd_more"), (BACK, "ussd_back"))
    )
    return more, back
