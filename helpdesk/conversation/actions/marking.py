"""The action that marks by SMS who came, for an official whose number was known before (`field_marks`)."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from helpdesk.booking.attending.attendance import Attendance, with_codes
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, Marked, mark, take_back
from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

LOOKED_BACK = timedelta(days=3)
"""How long after an opening its codes are still meant: his text may come late."""

CODES_TOLD = 5
"""Codes in one answer: what `codes` in flows/placeholders.yaml has room for."""


def mark_by_text(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Mark the persons meant: `done` all of them, `some`, or `none`; with the codes that nothing came of."""
    by = By(*answers["official"])
    to = Outcome(answers["to"]) if answers["to"] else None
    found = _named(scene, answers, by)
    done, failed = [], []
    for code, numbers in answers["marks"]:
        own = found.get(code, [])
        meant = [one for place, one in enumerate(own, start=1) if not numbers or place in numbers]
        marked = [one for one in meant if _mark(scene, one, to, by=by)]
        done += marked
        if not meant or len(marked) < len(meant):
            failed.append(code)
    facts: dict[str, Any] = {"codes": _told(failed)}
    if done:
        facts["people"] = {"people": [[one.name, one.birth_year] for one in done]}
        facts["outcome"] = {"phrase": f"outcome_{to.value if to else 'taken_back'}"}
    if not failed:
        return Happened("done", facts, lasting=True)
    return Happened("some" if done else "none", facts, lasting=True)


def _told(codes: Sequence[str]) -> object:
    """Codes as an answer of two segments has room for them; how many more there are."""
    if len(codes) <= CODES_TOLD:
        return ", ".join(codes)
    first = codes[: CODES_TOLD - 2]
    return {"phrase": "and_more_codes", "codes": ", ".join(first), "count": len(codes) - len(first)}


def _named(scene: Scene, answers: Mapping[str, Any], by: By) -> dict[str, list[Attendance]]:
    """Who is booked under each code; where several openings have it, at the last."""
    today = local_date(scene.now)
    codes = [code for code, _numbers in answers["marks"]]
    people = with_codes(
        scene.db,
        codes,
        first=today - LOOKED_BACK,
        last=today,
        commune_id=by.commune_id,
        team_id=by.team_id,
    )
    last = {one.code: one.opening for one in sorted(people, key=lambda one: one.opening.starts_at)}
    return {code: [one for one in people if one.code == code and one.opening == last[code]] for code in last}


def _mark(scene: Scene, one: Attendance, to: Outcome | None, *, by: By) -> bool:
    timetable, now = scene.house.timetable, scene.now
    if to is None:
        done = take_back(scene.db, one.booked_id, by=by, now=now, timetable=timetable)
    else:
        done = mark(scene.db, one.booked_id, to, by=by, now=now, timetable=timetable)
    return done in (Marked.DONE, Marked.ALREADY)
