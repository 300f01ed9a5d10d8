"""helpdesk/conversation/leading/matters/says_her_name.py: a name that is said is no wish, and joins nobody to a booking."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi ten Dung, dung oi giup toi",
        "ten toi la Dung",
        "ten toi Hoa, Hoa oi giup toi",
        "em ten Xoa can giup",
    ],
)
def test_who_says_her_name_is_greeted(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["menu.menu"]


@on_sqlite
@pytest.mark.parametrize("text", ["toi ten Dung, giup toi", "toi ten la Le Thi Dung", "ten toi la Huy"])
def test_of_who_has_a_place_that_is_shown_and_nobody_joins_it(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["my_booking.show"]
    assert len(bookings_of(service)[0].people) == 1


@on_sqlite
@pytest.mark.parametrize(
    ("text", "step"), [("toi ten Mai hoi can mang gi", "bring.list"), ("ten toi bi sai", "which_topic.which")]
)
def test_what_she_asks_behind_her_name_is_answered(service: Service, text: str, step: str) -> None:
    assert steps(say(service, text)) == [step]


@on_sqlite
def test_where_names_are_asked_for_it_is_the_answer(service: Service) -> None:
    say(service, "DAT", "1", "1", "toi ten la Le Thi Dung")
    assert asked(service) == ("book", "consent")
