"""What a person is to whoever books is kept where it was said, in the first text and at every question who comes."""

import pytest

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.waiting_list.waiting import waits_of
from tests.conversation.talk import asked, book, bookings_of, contact_of, say, steps
from tests.conversation.telling.test_day_notices import leave
from tests.conversation.telling.test_offering import full, full_visit
from tests.support.builders import RESIDENT
from tests.support.one_database import on_sqlite
from tests.support.service import Service

__all__ = ["full_visit"]


def kept(service: Service) -> list[tuple[str, Relation | None]]:
    """Everybody she has booked, in order."""
    return [(one.name, one.relation) for booking in bookings_of(service) for one in booking.people]


def test_a_first_text_keeps_what_it_says_and_asks_for_nothing_more(service: Service) -> None:
    echo = say(
        service,
        "dk cho me toi Ho Thi B 1950 va con toi Ho Van C 2010, Y Cuc 1980, trung tam xa Thuong Trach thu 4",
    )
    assert (steps(echo), "Ho Thi B 1950, Ho Van C 2010, Y Cuc 1980" in echo) == (["book.consent"], True)
    say(service, "1")
    assert kept(service) == [
        ("Ho Thi B", Relation.MOTHER),
        ("Ho Van C", Relation.SON_OR_DAUGHTER),
        ("Y Cuc", None),
    ]


def test_at_the_question_who_it_is_kept_and_no_person_of_its_own(service: Service) -> None:
    book(service, names="toi Ho Van A 1980, vo Ho Thi D, hang xom Ho Van E 1970")
    assert kept(service) == [
        ("Ho Van A", Relation.SELF),
        ("Ho Thi D", Relation.WIFE),
        ("Ho Van E", Relation.NEIGHBOUR),
    ]


def test_who_is_named_in_a_second_text_brings_hers_and_the_first_keeps_hers(service: Service) -> None:
    say(service, "DAT", "1", "1", "vo Ho Thi D 1982", "them me Ho Thi B 1950")
    assert asked(service) is not None
    say(service, "1")
    assert kept(service) == [("Ho Thi D", Relation.WIFE), ("Ho Thi B", Relation.MOTHER)]


def test_who_joins_a_booking_that_is_made_brings_hers(service: Service) -> None:
    book(service, names="Ho Van A 1980")
    say(service, "them vo toi Ho Thi D 1982", "1")
    assert kept(service) == [("Ho Van A", None), ("Ho Thi D", Relation.WIFE)]


def test_it_waits_with_her_and_is_booked_with_her(service: Service, visit: Opening) -> None:
    answer = say(service, "DK chau Ho Van C 2012 0912345699, TRUNG TAM THUONG TRACH THU 4")
    assert "book.full_day" in steps(answer), answer
    assert steps(say(service, answer.splitlines()[-1].split()[0], "1")) == ["wait.waiting"]
    with service.engine.connect() as db:
        (wait,) = waits_of(db, contact_of(service, RESIDENT).id, now=service.clock.now())
    assert (wait.relations, wait.phones) == ({0: Relation.GRANDCHILD}, {0: "+84912345699"})
    full(service, visit, capacity=1, taken=0)
    assert service.sweep("offers") == 1
    leave(service)
    assert steps(say(service, "1")) == ["offer.booked"]
    assert kept(service) == [("Ho Van C", Relation.GRANDCHILD)]


@on_sqlite
@pytest.mark.parametrize("name", ["Ho Thi Me 1950", "Y Con", "Ho Van Anh 1980"])
def test_a_name_that_is_such_a_word_stays_a_name(service: Service, name: str) -> None:
    book(service, names=name)
    assert kept(service) == [(name.removesuffix(" 1950").removesuffix(" 1980"), None)]
