"""Two bookings in one text, each with its own people: "Ho Van A ở Thượng Trạch thứ 4, Ho Thi B ở Dân Hóa thứ 6"."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from helpdesk.conversation.understanding.bookings.one_text import (
    DAY,
    PART,
    PEOPLE,
    PHONES,
    PLACE,
    Facts,
    facts_of,
)
from helpdesk.conversation.understanding.reading import cut_at_people, read
from helpdesk.places.communes import Place

SAID_TOO = "said_too"
"""Among the facts of a booking: those of the others that the same text asked for, in order."""

_WHERE_AND_WHEN = (PLACE, DAY)


def several_bookings(text: str, *, today: date, places: Sequence[Place]) -> Facts | None:
    """The facts of the first booking, SAID_TOO those of the others; None where the text asks for one or for none."""
    head, *said = [
        facts_of(read(part, today=today, places=places))
        for part in cut_at_people(text, today=today, places=places)
    ]
    if len(said) < 2:
        return None
    differ = [name for name in _WHERE_AND_WHEN if _is_said_differently(name, [head, *said])]
    groups = _grouped(head, said, differ) if differ else []
    if len(groups) < 2:
        return None
    alike = {name: value for one in (*said, head) for name, value in one.items() if name in _WHERE_AND_WHEN}
    common = {name: value for name, value in alike.items() if name not in differ}
    first, *others = ({**common, **group} for group in groups)
    return {**first, SAID_TOO: others}


def _is_said_differently(name: str, parts: Sequence[Mapping[str, Any]]) -> bool:
    values = [part[name] for part in parts if name in part]
    return any(value != values[0] for value in values)


def _grouped(
    head: Mapping[str, Any], said: Sequence[Mapping[str, Any]], differ: Sequence[str]
) -> list[Facts]:
    """Who goes together. A place or a day stands behind its people, or before them where none is behind the last."""

    def told(part: Mapping[str, Any]) -> Facts:
        own = {name: part[name] for name in differ if name in part}
        return {**own, PART: part[PART]} if DAY in own and PART in part else own

    before = told(head)
    wheres = [told(part) for part in said]
    if before and not wheres[-1]:
        wheres = [before, *wheres[:-1]]
        for at, where in enumerate(wheres):
            wheres[at] = where or wheres[at - 1]
    elif before:
        wheres = [where or before for where in wheres]
    else:
        for at in range(len(wheres) - 2, -1, -1):
            wheres[at] = wheres[at] or wheres[at + 1]
    return _joined_alike(said, wheres)


def _joined_alike(said: Sequence[Mapping[str, Any]], wheres: Sequence[Facts]) -> list[Facts]:
    groups: list[Facts] = []
    for part, where in zip(said, wheres, strict=True):
        group = next(
            (one for one in groups if all(one.get(n) == where.get(n) for n in (PLACE, DAY, PART))), None
        )
        if group is None:
            groups.append(group := {**where, PEOPLE: []})
        group[PEOPLE] += part.get(PEOPLE, [])
        if PHONES in part:
            group[PHONES] = [*group.get(PHONES, []), *part[PHONES]]
    return [group for group in groups if group[PEOPLE]]
