"""Names of places for which messages have no room: with them a text could cost more than was checked."""

from collections.abc import Iterable

from helpdesk.conversation.rendering.values import speak
from helpdesk.conversation.script.model import Script
from helpdesk.places.communes import Place


def places_too_long(script: Script, places: Iterable[Place]) -> list[str]:
    """As they are spoken, those that are longer than the longest `place` of placeholders.yaml, in any language."""
    declared = script.placeholders.get("place")
    if declared is None:
        return []
    found = (
        speak({"place": [place.kind.value, place.name]}, language, script.phrases)
        for place in places
        for language, longest in declared.longest.items()
        if len(speak({"place": [place.kind.value, place.name]}, language, script.phrases)) > len(longest)
    )
    return list(dict.fromkeys(found))
