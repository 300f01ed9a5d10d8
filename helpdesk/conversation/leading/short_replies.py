"""Texts that are no more than a number, a yes or a no."""

from helpdesk.conversation.understanding.answers.replies import number_reply, yes_or_no
from helpdesk.conversation.understanding.words import any_word, strong_word
from helpdesk.text.folding import matching_key


def is_short_reply(text: str) -> bool:
    """Whether a text is a number, a yes or a no."""
    key = matching_key(text)
    return number_reply(key) is not None or yes_or_no(text) is not None


def is_bare_answer(text: str) -> bool:
    """Whether a text can only be an answer: no topic is looked for in "1" and "vang"."""
    key = matching_key(text)
    return any_word(key) is None and strong_word(key) is None and is_short_reply(text)
