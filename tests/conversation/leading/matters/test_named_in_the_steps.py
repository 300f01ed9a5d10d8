"""helpdesk/conversation/leading/matters/named_in_the_steps.py: who names somebody in the steps books. The name is invented."""

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
def test_a_name_with_its_year_in_the_steps_is_kept_for_a_booking(service: Service) -> None:
    assert steps(say(service, "cac buoc lam"))[:1] == ["steps.who"]
    say(service, "Ho Van A 1985", "trung tam thuong trach", "1", "1")
    assert [one.name for booking in bookings_of(service) for one in booking.people] == ["Ho Van A"]


@on_sqlite
def test_a_choice_of_the_steps_is_one(service: Service) -> None:
    say(service, "cac buoc lam")
    assert not steps(say(service, "1"))[0].startswith("book.")
