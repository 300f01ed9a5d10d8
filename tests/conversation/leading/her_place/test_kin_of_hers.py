"""helpdesk/conversation/leading/her_place/kin_of_hers.py: whoever is named by a word of kin alone is one of hers, and not all."""

from datetime import datetime

import pytest

from tests.conversation.talk import bookings_of, contact_of, say, speaks, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

PARENTS = "dk me toi Ho Thi B 1950, bo toi Ho Van A 1948 thuong trach thu 6"


def _parties(service: Service) -> list[list[str]]:
    return sorted([person.name for person in booking.people] for booking in bookings_of(service))


@on_sqlite
@pytest.mark.parametrize(
    ("wish", "goes"),
    [
        ("me toi khong di duoc", "Ho Thi B"),
        ("mẹ tôi ốm không đi được", "Ho Thi B"),
        ("bo toi khong di duoc", "Ho Van A"),
        ("huy cho me toi", "Ho Thi B"),
        ("huy cho bo", "Ho Van A"),
    ],
)
def test_her_mother_alone_is_asked_about(service: Service, wish: str, goes: str) -> None:
    say(service, PARENTS, "1")
    asked = say(service, wish)
    if steps(asked) == ["cannot_come.one"]:
        asked = say(service, "1")
    assert (steps(asked), goes in asked) == (["cancel.sure_for"], True)
    assert steps(say(service, "1")) == ["cancel.fewer"]
    assert _parties(service) == [[name for name in ("Ho Thi B", "Ho Van A") if name != goes]]


@on_sqlite
@pytest.mark.parametrize(
    "wish", ["doi cho me sang thu 4 9/12", "me toi doi sang thu 4 9/12", "đổi cho mẹ tôi sang thứ 4 9/12"]
)
def test_her_mother_alone_moves(service: Service, wish: str) -> None:
    say(service, PARENTS, "1")
    asked = say(service, wish)
    assert (steps(asked), "Ho Thi B 1950" in asked) == (["reschedule.that_day_apart"], True)
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi B"], ["Ho Van A"]]


@on_sqlite
@pytest.mark.parametrize("wish", ["ba noi khong di duoc", "huy cho ba noi", "vo toi khong di duoc"])
def test_of_whom_it_is_not_clear_who_she_is_is_asked_for(service: Service, wish: str) -> None:
    say(service, PARENTS, "1")
    asked = say(service, wish)
    if steps(asked) == ["cannot_come.one"]:
        asked = say(service, "1")
    assert steps(asked) == ["cancel.who"]
    assert steps(say(service, "me toi")) == ["cancel.fewer"]
    assert _parties(service) == [["Ho Van A"]]


@on_sqlite
@pytest.mark.parametrize("first", [["doi cho ba noi sang thu 4 9/12"], ["ba noi khong di duoc", "2"]])
def test_nor_does_anybody_move_before_it_is_said_who(service: Service, first: list[str]) -> None:
    say(service, PARENTS, "1")
    assert steps(say(service, *first)) == ["reschedule.who"]
    asked = say(service, "Ho Thi B")
    assert "Ho Thi B 1950" in asked
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi B"], ["Ho Van A"]]


@on_sqlite
@pytest.mark.parametrize(
    ("said", "moves"),
    [
        ("chi minh me toi", "Ho Thi B"),
        ("mẹ em", "Ho Thi B"),
        ("bo toi thu 2", "Ho Van A"),
        ("doi cho me toi thoi", "Ho Thi B"),
    ],
)
def test_said_to_the_list_of_days_whom_it_is_for_the_other_stays(
    service: Service, said: str, moves: str
) -> None:
    say(service, PARENTS, "1", "doi")
    asked = say(service, said)
    assert (f"Doi cho {moves}" in asked, steps(asked)[0].endswith("_apart")) == (True, True), asked
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi B"], ["Ho Van A"]]


@on_sqlite
@pytest.mark.parametrize("said", ["vo em", "chi minh toi", "ba noi thu 2"])
def test_of_whom_it_is_not_clear_nobody_moves_by_the_next_number(service: Service, said: str) -> None:
    say(service, PARENTS, "1", "doi")
    assert steps(say(service, said)) == ["reschedule.who"]
    assert "Ho Thi B 1950" in say(service, "1")
    say(service, "1")
    assert _parties(service) == [["Ho Thi B"], ["Ho Van A"]]


@on_sqlite
def test_who_moves_alone_is_the_one_who_is_none_of_her_kin(service: Service) -> None:
    say(service, "dk ho van a 1985 va vo toi y cuc 1990 thuong trach thu 6", "1", "doi")
    assert "Doi cho Ho Van A 1985" in say(service, "minh toi thoi")


@on_sqlite
@pytest.mark.parametrize("said", ["mẹ em ốm nằm viện, em đi một mình được không", "me toi om roi"])
def test_who_is_ill_when_they_are_reminded_is_the_one_who_moves(service: Service, said: str) -> None:
    say(service, PARENTS.replace("thu 6", "thu 2"), "1")
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    assert steps(say(service, said)) == ["cannot_come.one"]
    assert "Doi cho Ho Thi B 1950" in say(service, "2")


def test_asked_who_moves_she_may_say_all_or_nobody(service: Service) -> None:
    say(service, PARENTS, "1")
    assert steps(say(service, "doi cho ba noi sang thu 4 9/12", "3")) == ["reschedule.that_day"]
    assert speaks(say(service, "2", "doi cho ba noi sang thu 4 9/12", "thoi"), "reschedule.kept")
    assert _parties(service) == [["Ho Thi B", "Ho Van A"]]


@on_sqlite
@pytest.mark.parametrize(
    ("said", "stay"),
    [
        ("me khong di duoc", ["Ho Van A", "Y Cuc"]),
        ("bo toi khong di duoc", ["Ho Van A", "Ho Thi B", "Y Cuc"]),
        ("me va vo toi khong di duoc", ["Ho Van A"]),
    ],
)
def test_before_the_consent_nobody_is_dropped_unsaid(service: Service, said: str, stay: list[str]) -> None:
    first = "dk Ho Van A 1985, me Ho Thi B 1960, vo toi Y Cuc 1988 trung tam thuong trach thu 4"
    asked = say(service, first, said)
    assert (steps(asked), contact_of(service).consented_at) == (["book.consent"], None)
    say(service, "1")
    assert _parties(service) == [stay]


def test_who_is_booked_alone_is_never_asked_for(service: Service) -> None:
    say(service, "dk me toi Ho Thi B 1950 thuong trach thu 6", "1")
    assert steps(say(service, "doi cho ba noi sang thu 4 9/12")) == ["reschedule.that_day"]


@on_sqlite
@pytest.mark.parametrize(
    "wish", ["Ho Thi B chuyen sang ban tuoc", "doi cho Ho Thi B sang ban tuoc", "doi cho me sang ban tuoc"]
)
def test_one_of_two_moves_to_another_village_alone(service: Service, wish: str) -> None:
    say(service, PARENTS, "1")
    asked = say(service, wish)
    assert ("ban Tuoc" in asked.replace("Ban", "ban"), "Ho Thi B 1950" in asked) == (True, True), asked
    assert steps(asked) == ["reschedule.to_when_apart"]
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi B"], ["Ho Van A"]]
    assert len({booking.opening.place_id for booking in bookings_of(service)}) == 2
