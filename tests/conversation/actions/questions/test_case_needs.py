"""helpdesk/conversation/actions/questions/case_needs.py"""

from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.booking.tables import openings
from helpdesk.conversation.actions.questions.case_needs import needs_of_case, service_of
from tests.conversation.talk import bookings_of, say, speaks, steps
from tests.support.service import Service as Phone

ALONE = {"people": [["Hồ Thị Mai", 1954]]}


@pytest.mark.parametrize(
    ("case", "service", "needs"),
    [
        pytest.param({}, None, (), id="nothing is known"),
        pytest.param(
            {"my_who": 0, "my_card": 0, "my_sim": 0, "my_smartphone": 0}, None, (), id="all is there"
        ),
        pytest.param(
            {"my_who": 0, "my_card": 1, "my_sim": 1, "my_smartphone": 1},
            Service.LEVEL2_CARD,
            (Need.LENT_PHONE, Need.OWN_SIM),
            id="nothing is there",
        ),
        pytest.param({"my_who": 0, "my_card": 3}, None, (), id="not sure of the card, and not asked further"),
        pytest.param(
            {"my_who": 1, "my_card": 1, "my_sim": 1}, Service.LEVEL2_CARD, (Need.OWN_SIM,), id="a child"
        ),
    ],
)
def test_what_she_answered_is_what_she_needs(
    case: dict[str, Any], service: Service | None, needs: tuple[Need, ...]
) -> None:
    assert service_of({**case, **ALONE}) is service
    assert needs_of_case({**case, **ALONE}).get(0, ()) == needs


def test_of_several_nobody_is_taken_for_the_one_she_spoke_of() -> None:
    case = {"my_who": 0, "my_card": 1, "my_sim": 1, "my_smartphone": 1, "people": [["A", 1954], ["B", 1960]]}
    assert (service_of(case), needs_of_case(case)) == (None, {})


def test_who_books_after_the_steps_has_told_what_she_needs(service: Phone) -> None:
    with service.engine.begin() as db:
        db.execute(sa.update(openings).values(services=["level2", "level2_card"]))
    # 14 or older, card expired, SIM of somebody else, no smartphone: and the place at the end of the list.
    listed = say(service, "BUOC", "1", "2", "2", "2")
    assert steps(listed) == ["steps.needs_both"]
    told = say(service, "3", "1", "1", "Ho Thi Mai 1954", "1")
    assert speaks(told, "book.booked_case")
    (booking,) = bookings_of(service)
    assert booking.service is Service.LEVEL2_CARD
    assert booking.people[0].needs == (Need.LENT_PHONE, Need.OWN_SIM)
