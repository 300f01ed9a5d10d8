"""Questions about bookings that are no longer so: a day was called off, and who is asked about it must not answer."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.engine.state import State


def without_bookings(state: State | None, booking_ids: Collection[int]) -> State | None:
    """The conversation without the questions that speak of these bookings, wherever they lie; None: nothing is asked."""
    if state is None or not booking_ids:
        return state
    frames = [
        frame
        for frame in (replace(state, below=()), *state.below)
        if not _spoken_of(frame.answers) & set(booking_ids)
    ]
    return replace(frames[0], below=tuple(frames[1:])) if frames else None


def _spoken_of(answers: Mapping[str, Any]) -> set[int]:
    one = answers.get("booking_id")
    return {*answers.get("booking_ids", ()), *((one,) if isinstance(one, int) else ())}
