"""Rows of persons on a form: read back as they were typed, and what is wrong with each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from helpdesk.booking.persons.needs import Need, Relation, needs_of, relation_of
from helpdesk.text.folding import matching_key
from helpdesk.text.people.written_names import is_name, seen
from helpdesk.text.phone_numbers import canonical, is_number
from helpdesk.web.language import say

BLANK_ROWS = 4
"""A household; more are added on the page of the booking."""

LONGEST_NAME = 60
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(slots=True)
class PersonRow:
    """A person as an official typed her; `year` and `phone` are None where nothing, or nothing right, was typed."""

    name: str = ""
    born: str = ""
    dialled: str = ""
    needs: tuple[Need, ...] = ()
    relation: Relation | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def year(self) -> int | None:
        """The birth year."""
        right = len(self.born) == 4 and self.born.isascii() and self.born.isdecimal()
        return int(self.born) if right and FIRST_YEAR <= int(self.born) <= LAST_YEAR else None

    @property
    def phone(self) -> str | None:
        """Her own number."""
        return phone_typed(self.dialled)


def phone_typed(text: str) -> str | None:
    """A number as it was typed, canonical; None for anything else."""
    number = canonical(text.strip())
    return number if is_number(number) else None


def typed(form: MultiDict[str, str]) -> list[PersonRow]:
    """The rows of the form, as they were typed; at least one."""
    rows = []
    for at in range(BLANK_ROWS):
        if at and f"name-{at}" not in form:
            break
        rows.append(
            PersonRow(
                seen(form.get(f"name-{at}", "")),
                form.get(f"born-{at}", "").strip(),
                form.get(f"phone-{at}", "").strip(),
                needs_of(form.getlist(f"needs-{at}")),
                relation_of(form.get(f"relation-{at}")),
            )
        )
    return rows


def whole(rows: Sequence[PersonRow]) -> bool:
    """Whether the rows name somebody and all that was typed is right; what is wrong is noted in each."""
    for row in rows:
        nameless = not is_name(row.name) and (row.name or row.born or row.dialled)
        if len(row.name) > LONGEST_NAME or nameless:
            row.problems.append(say("Ghi tên, nhiều nhất 60 chữ.", "Write the name, at most 60 characters."))
        if row.born and row.year is None:
            row.problems.append(
                say(
                    "Năm sinh gồm bốn chữ số, hoặc để trống.", "A birth year has four digits, or is left out."
                )
            )
        if row.dialled and row.phone is None:
            row.problems.append(say("Số máy chưa đúng.", "This is no phone number."))
    _note_twins(rows)
    if not any(row.name for row in rows):
        rows[0].problems.append(say("Ghi tên ít nhất một người.", "Write the name of somebody."))
    return not any(row.problems for row in rows)


def same(name: str, year: int | None) -> tuple[str, int | None]:
    """What two entries have in common that seem to be one person: the name however it is written, and the year."""
    return matching_key(name) or name.casefold(), year


def _note_twins(rows: Sequence[PersonRow]) -> None:
    first: dict[tuple[str, int | None], int] = {}
    for number, row in enumerate(rows, start=1):
        if row.name and (before := first.setdefault(same(row.name, row.year), number)) != number:
            row.problems.append(
                say(
                    f"Họ tên và năm sinh trùng dòng {before}. Nếu là hai người, ghi thêm chữ để phân biệt.",
                    f"Name and birth year are those of row {before}. If they are two, add a word that tells them apart.",
                )
            )
