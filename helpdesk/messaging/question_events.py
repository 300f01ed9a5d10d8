"""What happens to questions while no text comes in, written down to be counted."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.states import QuestionEvent
from helpdesk.messaging.tables import question_events


def note_question(
    db: sa.Connection,
    event: QuestionEvent,
    *,
    flow: str,
    step: str,
    language: str,
    commune_id: int | None,
    at: datetime,
) -> None:
    """Note that a question was asked by us, or expired; no word of whose it was."""
    row = {"event": event.value, "at": at, "commune_id": commune_id}
    db.execute(question_events.insert().values(**row, flow=flow, step=step, language=language))
