"""In which language somebody is answered: whoever writes in English before she has chosen is answered in English.

Only a text that is English beyond doubt counts: without accents "can", "the" and "to" are Vietnamese words, too.
"""

import re
from dataclasses import replace

from helpdesk.conversation.house import Scene
from helpdesk.conversation.script.model import BASE_LANGUAGE
from helpdesk.people import contacts
from helpdesk.text.folding import fold

ENGLISH = "en"

_ONLY_ENGLISH = frozenset(
    " ".join(
        (
            "what where when which how why need needs want wants would like book booking booked place places please register",
            "registration card phone identity electronic level police have has had are you your open opening time much cost",
            "costs bring for with know child children old email appointment tomorrow today monday tuesday wednesday thursday",
            "friday saturday sunday week next village commune office officer speak english does there should could must get",
            "lost locked account activate password forgot expired people person us we they he she her his from about after",
            "before free long take takes day days date another change number number help helping come coming go going make",
            "read understand elderly mother father wife husband son daughter disabled mobile smartphone sorry later this that",
        )
    ).split()
)
"""Words that nobody writes in Vietnamese without accents."""

_EITHER = frozenset(
    " ".join(
        (
            "i a an the to is it do in on at of my me no not can and or ok hello hi yes thanks thank be am so if im",
        )
    ).split()
)
"""Words that may be either language's; they tell nothing, and speak against nothing."""

FEW, MANY = 2, 3
"""Words of English alone: so many where all words of a text are known, so many beside names."""

_WORDS = re.compile(r"[a-z]+")


def is_english(text: str) -> bool:
    """Whether a text is English beyond doubt: "what do i need to bring"; not "ok", "hello" or "book lich"."""
    if fold(text) != text:
        return False
    words = _WORDS.findall(text.casefold())
    only = sum(word in _ONLY_ENGLISH for word in words)
    known = only + sum(word in _EITHER for word in words)
    return (only >= FEW and known == len(words)) or (only >= MANY and 2 * known >= len(words))


def answer_in_her_language(scene: Scene, text: str) -> None:
    """Speak English from here on with whoever writes it; nothing changes for one who is spoken to in another language."""
    offered = ENGLISH in scene.house.script.languages
    if scene.contact.language != BASE_LANGUAGE or not offered or not is_english(text):
        return
    contacts.change(scene.db, scene.contact.id, language=ENGLISH)
    scene.contact = replace(scene.contact, language=ENGLISH)
