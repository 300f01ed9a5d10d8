"""A list as the team leader gets it on the road: folded, numbered parts, each a message of at most two segments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import marks
from helpdesk.booking.services import Service
from helpdesk.clock import local
from helpdesk.reports.opening_list import OpeningList, Row, hours, level2, other_service, place_name
from helpdesk.reports.versions import Changes
from helpdesk.text.days.vietnamese_dates import spoken_date, spoken_time
from helpdesk.text.folding import fold
from helpdesk.text.segments import GSM7_PART

LONGEST_PART = 2 * GSM7_PART
"""Characters of one part: two segments, which is as long as every gateway here carries in one message."""

_LONGEST_NAME = 40

# What every gateway here carries as it is (brand-name providers refuse more than GSM-7 does).
_refused = re.compile(r"[^A-Za-z0-9 .,:;!?()/+\-]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """Persons of one booking after what introduces them, at first and when the next part goes on with them."""

    start: str
    go_on: str
    people: tuple[str, ...]


def whole_list(listing: OpeningList) -> tuple[str, ...]:
    """The texts that tell a list, each within LONGEST_PART characters of the basic GSM-7 table."""
    opening = listing.opening
    about = f"{_where(listing)}, {fold(spoken_date(opening.day))}, {hours(opening)}"
    told = f"{listing.persons} nguoi" if listing.rows else "chua co ai dat cho"
    first = f"{about}: {told}, {fold(level2(opening))}."
    return _parts(
        _title("DS", listing), first=first, again=_short(listing), lines=_lines("", listing.rows, opening)
    )


def correction(listing: OpeningList, changes: Changes) -> tuple[str, ...]:
    """The texts that tell what changed since the version before: who is added ("Them"), who is gone ("Bo"), who needs
    something else than was said ("Can"); without marks she needs nothing any more.
    """
    about = f"{_where(listing)}, {fold(spoken_date(listing.opening.day))}"
    lines = [
        *_lines("Them ", changes.added, listing.opening),
        *_lines("Bo ", changes.removed, listing.opening),
        *_lines("Can ", changes.needing, listing.opening),
    ]
    first = f"{about}: nay {listing.persons} nguoi."
    return _parts(_title("Sua DS", listing), first=first, again=_short(listing), lines=lines)


def called_off(
    listing: OpeningList, *, reason: str, to: Opening | None, to_tell: Iterable[Row]
) -> tuple[str, ...]:
    """The texts that tell that a day is called off, or put off to another; who of them has no phone and must be told.

    "BUOI 25/11 BAN CA ROONG 1 HOAN DO MUA LU (1/1) Sang thu ba 8/12, 7h30-11h."
    """
    day = listing.opening.day
    what = f"{'HOAN' if to else 'HUY'} DO {_plain(reason).upper()}"
    title = f"BUOI {day.day}/{day.month} {_where(listing).upper()} {what}"
    first = f"Sang {fold(spoken_date(to.day))}, {hours(to)}." if to else "Khong di."
    lines = list(_lines("Nho bao ", to_tell, listing.opening))
    return _parts(title, first=first, again="tiep:", lines=lines)


def _title(name: str, listing: OpeningList) -> str:
    at = local(listing.made_at)
    version = "xem tam" if listing.version is None else f"v{listing.version}"
    return f"{name} {version} luc {spoken_time(at.time())} {at.day}/{at.month}"


def _where(listing: OpeningList) -> str:
    return _plain(place_name(listing.opening))


def _short(listing: OpeningList) -> str:
    day = listing.opening.day
    return f"{_where(listing)} {day.day}/{day.month}, tiep:"


def _lines(verb: str, rows: Iterable[Row], opening: Opening) -> Iterator[_Line]:
    for _, group in groupby(rows, key=lambda row: row.booking):
        own = tuple(group)
        # "GOI": this one does not read texts and is to be rung.
        ring = "GOI " if own[0].call else ""
        phone = f" {ring}{_plain(own[0].phone)}" if own[0].phone else ""
        people = tuple(_person(row, opening) for row in own)
        yield _Line(f"{verb}{own[0].code}{phone}: ", f"{verb}{own[0].code} tiep: ", people)


_SERVICE_MARKS = {
    Service.LEVEL2: "muc 2",
    Service.LEVEL2_CARD: "lam the",
    Service.UPDATE_INFO: "sua tin",
    Service.ONLINE_DECLARATION: "khai",
}
"""What she comes for, where it is not what most come for there."""


def _person(row: Row, opening: Opening) -> str:
    """Number of the day, name, year, and marks of what she needs: "12.Ho Thi Mai 1954 (may, doc)"."""
    number = f"{row.number}." if row.number else ""
    named = f"{number}{_plain(row.name) or '(khong ro ten)'} {row.birth_year or ''}".strip()
    other = other_service(opening, row)
    said = ", ".join(mark for mark in (_SERVICE_MARKS[other] if other else "", marks(row.needs)) if mark)
    return f"{named} ({said})" if said else named


def _plain(text: str) -> str:
    kept = " ".join(_refused.sub(" ", fold(text)).split())
    return kept[:_LONGEST_NAME].rstrip()


def _parts(title: str, *, first: str, again: str, lines: Iterable[_Line]) -> tuple[str, ...]:
    """The texts, numbered "(1/3)"; packed once more, with room for longer numbers, when there are that many."""

    def head(part: int, of: int) -> str:
        return f"{title} ({part}/{of}) {first if part == 1 else again}"

    lines, most = tuple(lines), 9
    while True:
        bodies = _packed(
            lines,
            first_room=LONGEST_PART - len(head(1, most)),
            room=LONGEST_PART - len(head(most, most)),
        )
        if len(bodies) <= most:
            return tuple(head(part, len(bodies)) + body for part, body in enumerate(bodies, start=1))
        most = most * 10 + 9


def _packed(lines: Iterable[_Line], *, first_room: int, room: int) -> list[str]:
    """The lines put into bodies greedily; a booking that does not fit goes on in the next, its code repeated."""
    bodies, left = [""], first_room
    for line in lines:
        begun = False
        for person in line.people:
            piece = f", {person}" if begun else f"\n{line.start}{person}"
            if len(piece) > left:
                bodies.append("")
                left = room
                piece = f"\n{line.go_on if begun else line.start}{person}"
            bodies[-1] += piece
            left -= len(piece)
            begun = True
    return bodies
