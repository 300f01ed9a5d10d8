"""helpdesk/conversation/leading/on_the_way/sent_in_parts.py: a long text that comes as two books whoever it names, and no half of a name."""

from datetime import timedelta

import pytest

from tests.conversation.talk import asked, bookings_of, say, speaks
from tests.support.one_database import on_sqlite
from tests.support.service import Service

HEAD = "dk trung tam thuong trach Ho Van Sung 1960, Y Mun 1978, Ho Van"
TAIL = "Kien 2003, Ho Thi Kim 2008 di ngay 9/12. Xin cam on"
FOUR = [("Ho Thi Kim", 2008), ("Ho Van Kien", 2003), ("Ho Van Sung", 1960), ("Y Mun", 1978)]
FULL = "dk trung tam thuong trach 9/12 Ho Van Sung 1960, Y Mun 1978, Ho Van Ki"
"""As many characters as a part has that is not GSM-7."""


def _booked(service: Service) -> list[tuple[str, int | None]]:
    return sorted((person.name, person.birth_year) for one in bookings_of(service) for person in one.people)


@on_sqlite
@pytest.mark.parametrize("parts", [(HEAD, TAIL), (TAIL, HEAD)])
def test_a_name_cut_in_two_is_one_person_whichever_part_comes_first(
    service: Service, parts: tuple[str, str]
) -> None:
    assert speaks(say(service, *parts), "book.consent")
    say(service, "1")
    assert _booked(service) == FOUR


@on_sqlite
def test_a_year_behind_the_cut_is_that_of_the_name_before_it(service: Service) -> None:
    say(service, "dang ky cho ho van sung 1960 va vo la y mun sinh nam")
    say(service, "1978 o trung tam thuong trach ngay 9/12", "1")
    assert _booked(service) == [("Ho Van Sung", 1960), ("Y Mun", 1978)]


@on_sqlite
def test_where_a_part_is_full_a_word_goes_on_in_the_next(service: Service) -> None:
    say(service, FULL, "en 2003", "1")
    assert _booked(service) == [("Ho Van Kien", 2003), ("Ho Van Sung", 1960), ("Y Mun", 1978)]


@on_sqlite
def test_half_a_name_is_nobody_and_is_asked_for(service: Service) -> None:
    say(service, HEAD.replace("trach", "trach 9/12"))
    assert asked(service) == ("book", "consent_part")
    say(service, "1")
    assert _booked(service) == [("Ho Van Sung", 1960), ("Y Mun", 1978)]


@on_sqlite
def test_whole_names_one_behind_the_other_are_two(service: Service) -> None:
    say(service, "dk trung tam thuong trach 9/12 Ho Van Sung 1960, Y Mun", "Lan 1980", "1")
    assert _booked(service) == [("Ho Van Sung", 1960), ("Lan", 1980), ("Y Mun", None)]


@on_sqlite
def test_what_comes_later_is_a_text_of_its_own(service: Service) -> None:
    say(service, HEAD)
    service.clock.advance(timedelta(minutes=5))
    say(service, TAIL, "1")
    assert ("Kien", 2003) in _booked(service)
