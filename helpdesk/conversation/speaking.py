"""In which language somebody is answered: whoever writes in English before she has chosen is answered in English.

Only a text that is English beyond doubt counts: without accents "can", "the" and "to" are Vietnamese words, too.
"""

from dataclasses import replace

from helpdesk.conversation.house import Scene
from helpdesk.conversation.script.model import BASE_LANGUAGE
from helpdesk.conversation.understanding.topics.english import clearly_english
from helpdesk.people import contacts

ENGLISH = "en"


def answer_in_her_language(scene: Scene, text: str) -> None:
    """Speak English from here on with whoever writes it; nothing changes for one who is spoken to in another language."""
    offered = ENGLISH in scene.house.script.languages
    if scene.contact.language != BASE_LANGUAGE or not offered or not clearly_english(text):
        return
    contacts.change(scene.db, scene.contact.id, language=ENGLISH)
    scene.contact = replace(scene.contact, language=ENGLISH)
