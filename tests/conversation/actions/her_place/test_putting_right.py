"""helpdesk/conversation/actions/her_place/putting_right.py and rightly_called.py: a wrong name after a booking, put right by text."""

from datetime import date

import pytest
import sqlalchemy as sa

from helpdesk.booking.persons.putting_right import Called
from helpdesk.booking.tables import attendances, booked_persons
from helpdesk.conversation.actions.her_place.rightly_called import is_slip, put_right, what_is_right, whom
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, bookings_of, say, speaks, steps
from tests.support.service import Service

TODAY = date(2026, 12, 1)
AN, BE = Called("Hồ Văn An", 1980), Called("Hồ Thị Bé", 1990)
ANH = Called("Ho Van Anh", 1980)
THERE = "trung tam xa thuong trach thu 6"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ten sai, phai la Ho Van Anh", ANH),
        ("sua ten Ho Van An thanh Ho Van Anh", ANH),
        ("sua ten ho van an thanh ho van anh", ANH),
        ("viet sai ten, Ho Van Anh chu khong phai Ho Van An", ANH),
        ("doi ten Ho Van An 1980 thanh Ho Van Anh 1981", Called("Ho Van Anh", 1981)),
        ("ho van anh 81", Called("Ho Van Anh", 1981)),
        ("sua nam sinh Ho Van An thanh 1981", Called("Hồ Văn An", 1981)),
        ("sua ten ho van an thanh ho van thanh", Called("Ho Van Thanh", 1980)),
        ("wrong name, it is Ho Van Anh", ANH),
    ],
)
@pytest.mark.parametrize("known", [[AN], [AN, BE]], ids=["one", "two"])
def test_who_is_meant_and_what_is_right(text: str, known: list[Called], right: Called) -> None:
    said = what_is_right(text, known, today=TODAY)
    assert said is not None
    if said.name == "Ho Van Thanh" or whom(said, known) == 0:
        assert put_right(said, AN) == right
    else:
        pytest.fail(f"{text}: {said}")


@pytest.mark.parametrize("text", ["sai nam sinh, 1981", "sinh nam 81", "1981", "1981 chu khong phai 1980"])
def test_a_year_alone_is_of_the_only_one_and_of_nobody_among_several(text: str) -> None:
    said = what_is_right(text, [AN], today=TODAY)
    assert said is not None
    assert put_right(said, AN) == Called("Hồ Văn An", 1981)
    assert whom(said, [AN, Called("Hồ Thị Bé", 1995)]) is None


@pytest.mark.parametrize("text", ["sua ten", "sai roi", "2031", "Ho Van A, Ho Van B, Ho Van C", ""])
def test_what_is_not_clear_is_nothing(text: str) -> None:
    assert what_is_right(text, [AN], today=TODAY) is None


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Hồ Văn An", "Ho Van Anh", True),
        ("Hồ Văn An", "Dinh Van An", True),
        ("Đinh Xon", "Dinh Xen", True),
        ("Y Cúc", "Nguyen Y Cuc", True),
        ("Hồ Văn An", "Ho Thi Be", False),
        ("Hồ Văn An", "Ho Van Binh", False),
        ("Hồ Thị Na", "Y Nuong", False),
    ],
)
def test_a_shared_surname_is_no_sign_of_a_slip(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


def _people(service: Service) -> list[list[str]]:
    return [[f"{one.name} {one.birth_year}" for one in booking.people] for booking in bookings_of(service)]


@pytest.fixture
def booked(service: Service) -> Service:
    """Hồ Văn An has a place on Friday."""
    say(service, f"dk Ho Van An 1980 {THERE}", "1")
    return service


def test_a_name_is_put_right_by_a_text_and_a_yes(booked: Service) -> None:
    echo = say(booked, "ten sai, phai la Ho Van Anh")
    assert echo.splitlines() == ["Sua Ho Van An 1980 thanh Ho Van Anh 1980?", "1 Dung", "2 Khong"]
    assert _people(booked) == [["Ho Van An 1980"]]
    assert steps(say(booked, "1")) == ["fix_names.right"]
    assert _people(booked) == [["Ho Van Anh 1980"]]


def test_a_no_asks_how_it_is_right_and_thoi_leaves_it(booked: Service) -> None:
    assert steps(say(booked, "sai nam sinh, 1981", "2")) == ["fix_names.how"]
    assert steps(say(booked, "thoi")) == ["fix_names.kept"]
    assert _people(booked) == [["Ho Van An 1980"]]


def test_what_stands_there_already_is_shown(booked: Service) -> None:
    told = say(booked, "sai nam sinh, 1980")
    assert asked(booked) == ("fix_names", "how_other")
    assert "Ho Van An 1980" in told
    assert steps(say(booked, "1981")) == ["fix_names.sure"]


def test_another_name_altogether_is_asked_about(booked: Service) -> None:
    assert speaks(say(booked, "sua ten Ho Van An thanh Y Nuong 1990"), "fix_names.another")
    assert speaks(say(booked, "2"), "fix_names.replaced")
    assert _people(booked) == [["Y Nuong 1990"]]
    (booking,) = bookings_of(booked)
    assert (booking.opening.taken, booking.numbers) == (1, (1,))


def test_another_name_of_the_same_human_is_put_right(booked: Service) -> None:
    say(booked, "sua ten Ho Van An thanh Y Nuong", "1")
    assert _people(booked) == [["Y Nuong 1980"]]
    say(booked, "sua ten Y Nuong thanh Cao Xuan Thai", "3")
    assert _people(booked) == [["Y Nuong 1980"]]


def test_of_several_it_is_asked_whose_year_is_wrong(booked: Service) -> None:
    say(booked, "them Ho Thi Be 1990", "1")
    assert speaks(say(booked, "sai nam sinh, 1991"), "fix_names.whose")
    assert say(booked, "2").startswith("Sua Ho Thi Be 1990 thanh Ho Thi Be 1991?")
    say(booked, "1")
    assert _people(booked) == [["Ho Van An 1980", "Ho Thi Be 1991"]]


def test_whoever_becomes_somebody_who_is_booked_already_is_told(booked: Service) -> None:
    say(booked, "them Ho Van Anh 1980", "1")
    assert speaks(say(booked, "sua ten Ho Van An thanh Ho Van Anh", "1"), "fix_names.booked_before")
    say(booked, "2")
    assert _people(booked) == [["Ho Van An 1980", "Ho Van Anh 1980"]]


def test_a_year_that_makes_a_child_under_six_is_told(booked: Service) -> None:
    told = say(booked, "sai nam sinh, 2023", "1")
    assert asked(booked) == ("fix_names", "young")
    assert "chi lam duoc muc 1" in told
    say(booked, "1")
    assert _people(booked) == [["Ho Van An 2023"]]


def test_who_was_there_is_for_an_official(booked: Service) -> None:
    (booking,) = bookings_of(booked)
    with booked.engine.begin() as db:
        booked_id = db.execute(sa.select(booked_persons.c.id)).scalar_one()
        came = {"commune_id": booking.opening.commune_id, "opening_id": booking.opening.id, "state": "came"}
        db.execute(attendances.insert().values(**came, booked_id=booked_id, marked_at=booked.clock.now()))
    assert steps(say(booked, "ten sai, phai la Ho Van Anh")) == ["fix_names.noted"]
    with booked.engine.connect() as db:
        text = db.execute(sa.select(tickets.c.text)).scalar_one()
    assert text == f"Sửa tên, mã {booking.code}: ten sai, phai la Ho Van Anh"
    assert _people(booked) == [["Ho Van An 1980"]]


def test_what_stays_unclear_is_for_an_official(booked: Service) -> None:
    assert steps(say(booked, "sua ten")) == ["fix_names.how"]
    assert steps(say(booked, "con toi la chau Be")) == ["fix_names.noted"]
