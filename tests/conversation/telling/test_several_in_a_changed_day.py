"""A day that changes, told to a phone with several bookings in it: once, and each of them moved or chosen for."""

from helpdesk.booking.tables import openings
from tests.conversation.talk import book, bookings_of, say, steps, written
from tests.conversation.telling.test_day_notices import (
    called_off,
    full_elsewhere,
    later,
    leave,
    notices,
    put_off,
    told,
)
from tests.support.service import Service


def test_several_bookings_of_one_phone_make_one_text_and_one_answer(service: Service) -> None:
    book(service, names="Ho Van A 1980")
    book(service, names="Ho Van B 1981")
    put_off(service, bookings_of(service)[0])
    assert later(service) == 2
    (text,) = written(service, "notice")
    assert steps(text) == ["day_changed.moved_several"]
    leave(service)
    assert steps(say(service, "1")) == ["day_changed.see_you_all"]
    assert [one.state.value for one in bookings_of(service)] == ["coming", "coming"]
    called_off(service, bookings_of(service)[0])
    assert later(service) == 2
    assert steps(written(service, "notice")[-1])[0] == "day_changed.choose_several"
    leave(service)
    assert steps(say(service, "2")) == ["day_changed.all_moved_on"]
    assert len({one.opening.id for one in bookings_of(service)}) == 1
    assert all(one.opening.state.value == "open" for one in bookings_of(service))


def test_of_two_bookings_one_is_moved_and_for_the_other_she_chooses_each_told_once(service: Service) -> None:
    first = book(service, names="Ho Van A 1980")
    second = book(service, names="Ho Thi B 1985, Ho Van C 1990")
    full_elsewhere(service, second)
    with service.engine.begin() as db:
        one_place = openings.c.id == first.opening.id + 1
        db.execute(openings.update().where(one_place).values(taken=openings.c.capacity - 1))
    called_off(service, second, moves_on=True)
    assert later(service) == 3
    leave(service)
    assert notices(service) == [["day_changed.moved"], ["day_changed.no_other"]]
    assert [first.code in text for text in written(service, "notice")] == [True, False]
    assert (told(service), service.sweep("change_days")) == (["texted"] * 2, 0)
    assert steps(say(service, "1")) == ["day_changed.waits"]
    assert {one.id: one.opening.id == second.opening.id for one in bookings_of(service)} == {
        first.id: False,
        second.id: True,
    }
