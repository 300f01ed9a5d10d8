"""What differs between two versions of a list, person by person, for officials who compare a new one with the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.reports.opening_list import STATE_NAMES, Row

ADDED, REMOVED, CHANGED = "Thêm", "Bỏ", "Đổi"
"""How a person is marked who is new on a list, no longer on it, or on it in another way."""

_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs from the version `since`. `changed` has each person as she stands now and as she stood."""

    since: int
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]

    def mark(self, row: Row) -> str:
        """ADDED, CHANGED or REMOVED; empty for who stands there as before."""
        return self._marks.get(_key(row), "")

    @property
    def _marks(self) -> Mapping[_Key, str]:
        return {
            **{_key(row): ADDED for row in self.added},
            **{_key(now): CHANGED for now, _ in self.changed},
            **{_key(row): REMOVED for row in self.removed},
        }


def difference(before: Sequence[Row], rows: Sequence[Row], *, since: int) -> Difference:
    """What differs in `rows` from those of the version `since`; unlike a correction for the leader, in anything."""
    old, new = {_key(row): row for row in before}, {_key(row): row for row in rows}
    return Difference(
        since=since,
        added=tuple(row for row in rows if _key(row) not in old),
        removed=tuple(row for row in before if _key(row) not in new),
        changed=tuple((row, was) for row in rows if (was := old.get(_key(row))) is not None and was != row),
    )


def told(found: Difference) -> tuple[str, ...]:
    """The difference in lines, each beginning with its mark; accented Vietnamese."""
    return (
        *(f"{ADDED}: {_person(row)}" for row in found.added),
        *(f"{REMOVED}: {_person(row)}" for row in found.removed),
        *(f"{CHANGED}: {_person(row)}; trước là {_person(was)}" for row, was in found.changed),
    )


def _person(row: Row) -> str:
    phone = row.phone or "không có điện thoại"
    return f"{row.code} {row.name_and_year}, {phone}, {STATE_NAMES[row.state]}"


def _key(row: Row) -> _Key:
    return (row.booking, row.person)
