"""The action that says why a place was called off, put off or moved by others, as far as that is known."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from helpdesk.booking.changed_days.day_changes import find_change
from helpdesk.booking.reminding.retracting import DAY_CHANGED
from helpdesk.conversation.actions.news.day_changed import news_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.telling.changed_by_others import BY_OTHERS
from helpdesk.messaging.subjects import last_told

LATELY = timedelta(days=14)
"""For so long "tại sao" may be about a change that she was told of."""


def told_of_change(scene: Scene) -> str | None:
    """What the contact was told last of a change by others, as `messaging.subjects` keeps it; None: of none lately."""
    return last_told(scene.db, scene.contact.id, (DAY_CHANGED, *BY_OTHERS), since=scene.now - LATELY)


def why_it_changed(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """`day`: the whole day was put off or called off, and why; `person`: somebody changed hers, and only he knows."""
    said = told_of_change(scene) or ""
    change = (
        find_change(scene.db, int(said.removeprefix(DAY_CHANGED))) if said.startswith(DAY_CHANGED) else None
    )
    return Happened("person") if change is None else Happened("day", news_facts(scene, change))
