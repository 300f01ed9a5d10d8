"""A list as plain text, for a terminal or a printer that knows nothing else."""

from collections.abc import Iterator, Sequence

from helpdesk.reports.opening_list import (
    OpeningList,
    arrival,
    beside,
    day,
    edition,
    hours,
    level2,
    place_name,
    totals,
)


def render(lists: Sequence[OpeningList]) -> str:
    """The lists one below the other, accented Vietnamese, ending in a line break; no lists are an empty text."""
    return "\n".join("\n".join(_lines(listing)) + "\n" for listing in lists)


def _lines(listing: OpeningList) -> Iterator[str]:
    opening = listing.opening
    yield f"Danh sách {place_name(opening)}, xã {opening.commune}"
    yield f"{day(opening)}, {hours(opening)}, {level2(opening)}"
    yield f"{edition(listing)}: {totals(listing)}"
    if listing.called_off:
        yield f"*** {listing.called_off} ***"
    yield ""
    if not listing.rows:
        yield "  Chưa có ai đặt chỗ."
    number = 0
    for party in listing.parties:
        come = arrival(opening, party)
        told = f"{party.told}, đến {come}" if come else party.told
        yield f"  {party.code}  {party.phone or 'không có điện thoại'}  ({told})"
        for row in party.rows:
            number += 1
            more = beside(opening, row)
            yield f"    {number:3}. {row.name_and_year}{f'  ({more})' if more else ''}"
