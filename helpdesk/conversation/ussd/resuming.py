"""The question whether to go on where a session, or an SMS, left off.

It belongs to the session alone: an SMS that answers what is open is no answer to this.
"""

from enum import Enum

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import Scene
from helpdesk.conversation.rendering.values import phrase, speak
from helpdesk.conversation.understanding.answers.replies import goes_on, number_reply, yes_or_no
from helpdesk.conversation.ussd.screen import DIALLED, Screen
from helpdesk.text.folding import matching_key
from helpdesk.text.ussd_pages import plain


class Answer(Enum):
    """What she may choose."""

    GO_ON = "go_on"
    ANEW = "anew"


def ask(scene: Scene, state: State | None) -> Screen:
    """ "Tiep tuc? 1 Co 2 Lam lai", with what it is that she would go on with: "Nhac hen thu tu 2/12. Tiep tuc?"."""
    question, *choices = (_say(scene, name) for name in ("resume_question", "resume_yes", "resume_anew"))
    asked = " ".join(filter(None, (_matter(scene, state), question)))
    lines = (f"{number} {choice}" for number, choice in enumerate(choices, start=1))
    return Screen(plain("\n".join((asked, *lines))), DIALLED, resuming=True)


def _matter(scene: Scene, state: State | None) -> str:
    """What is open, where it is not what she was keying in herself just now: a reminder came as a text."""
    phrases, language = scene.house.script.phrases, scene.contact.language
    if state is None or f"resume_{state.flow}" not in phrases:
        return ""
    when = state.answers.get("when")
    said = speak(when, language, phrases) if when is not None else ""
    return f"{' '.join(phrase(phrases, f'resume_{state.flow}', language, when=said).split())}."


def answer(scene: Scene, text: str) -> Answer | None:
    """The choice a text makes, by its number, its words or a yes or no; None where it makes none."""
    key = matching_key(text)
    number = number_reply(key)
    if number is not None:
        return {1: Answer.GO_ON, 2: Answer.ANEW}.get(number)
    said = yes_or_no(text)
    if said or goes_on(key):
        return Answer.GO_ON
    anew = key == matching_key(_say(scene, "resume_anew"))
    return Answer.ANEW if anew or said is False else None


def _say(scene: Scene, name: str) -> str:
    return phrase(scene.house.script.phrases, name, scene.contact.language)
