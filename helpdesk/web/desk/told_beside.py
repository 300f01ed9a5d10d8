"""What stands below a name on the list page: service where it is another, relation, needs; in the request's language."""

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import RELATIONS, called
from helpdesk.booking.services import called as service_called
from helpdesk.reports.opening_list import Row, other_service
from helpdesk.web.language import language


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
