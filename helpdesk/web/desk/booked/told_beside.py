"""What stands below a name and a code on the pages: service where it is another, relation, needs, and when she comes;
in the language of the request."""

from collections.abc import Iterable

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import RELATIONS, called
from helpdesk.booking.services import called as service_called
from helpdesk.reports.opening_list import Row, band_told, other_service
from helpdesk.web.language import hours, language


def told_beside(opening: Opening, row: Row) -> list[str]:
    """The lines; none for whom there is nothing to say."""
    chosen = language()
    other = other_service(opening, row)
    said = (
        service_called([other], language=chosen) if other else "",
        RELATIONS[row.relation][chosen == "en"] if row.relation else "",
        called(row.needs, language=chosen),
    )
    return [line for line in said if line]


def arrival_told(opening: Opening, numbers: Iterable[int]) -> str:
    """When those with these numbers of the day were told to arrive; empty where none has a number."""
    band = band_told(opening, numbers)
    return hours(band.starts_at, band.ends_at) if band else ""
