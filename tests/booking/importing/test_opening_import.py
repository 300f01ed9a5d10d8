"""helpdesk/booking/importing/opening_table.py, opening_import.py and hours_table.py: what is planned, from spreadsheets."""

from datetime import date, time
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.hours.calendar import keep_centres_open
from helpdesk.booking.hours.hours_table import HOURS_COLUMNS, hours_rows, load_hours, read_hours
from helpdesk.booking.hours.office_hours import half_days
from helpdesk.booking.importing.opening_import import load_openings
from helpdesk.booking.importing.opening_table import OPENING_COLUMNS, opening_rows, read_openings
from helpdesk.booking.openings import from_day, on_day
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local
from helpdesk.people.tables import teams
from helpdesk.places.closed_day_table import say_of
from helpdesk.places.communes import Place
from helpdesk.places.imported import Imported
from helpdesk.places.tables import PlaceKind, places
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.spreadsheets.writing import as_csv, as_xlsx
from tests.support import builders

DAY = date(2026, 12, 8)
HEADER = "date,place,from,to,capacity,kit,services,team\n"


@pytest.fixture
def village(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db), "Cà Roòng 1")


def load(db: sa.Connection, tmp_path: Path, clock: FixedClock, *rows: str, header: str = HEADER) -> Imported:
    path = tmp_path / "openings.csv"
    path.write_text(header + "\n".join(rows), encoding="utf-8")
    return load_openings(db, read_openings(path), now=clock.now())


def faults(db: sa.Connection, tmp_path: Path, clock: FixedClock, *rows: str) -> list[str]:
    with pytest.raises(TableFaults) as wrong:
        load(db, tmp_path, clock, *rows)
    return [str(fault) for fault in wrong.value.faults]


def told(done: Imported) -> tuple[int, int, int, int]:
    return len(done.added), len(done.changed), done.unchanged, len(done.missing)


def test_rows_become_openings_with_kit_services_and_team(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    made = teams.insert().values(commune_id=village.commune_id, name="Tổ 1").returning(teams.c.id)
    team = db.execute(made).scalar_one()
    rows = (
        "2026-12-08,ca roong 1,7h30,11h,25,yes,,to 1",
        "9/12/2026,Cà Roòng 1,13:30,17:00,10,không,giúp khai trực tuyến,",
    )
    assert told(load(db, tmp_path, clock, *rows)) == (2, 0, 0, 0)
    first, second = from_day(db, DAY, at_most=9)
    assert (first.place_id, first.capacity, first.finishes_level2, first.team_id) == (
        village.id,
        25,
        True,
        team,
    )
    assert (local(first.starts_at).time(), local(first.ends_at).time()) == (time(7, 30), time(11, 0))
    assert first.services == (Service.LEVEL2, Service.UPDATE_INFO, Service.ONLINE_DECLARATION)
    assert (second.finishes_level2, second.team_id, second.services) == (
        False,
        None,
        (Service.ONLINE_DECLARATION,),
    )
    assert told(load(db, tmp_path, clock, *rows)) == (0, 0, 2, 0)
    assert from_day(db, DAY, at_most=9) == [first, second]


def test_faults_of_cells_places_days_and_numbers_are_told_at_once(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    rows = (
        "2026-12-08,Ca Roong 1,7h30,11h,many,yes,,",
        "2026-12-08,Tuoc,11h,7h30,0,maybe,,",
        "2020-01-01,Ca Roong 1,7h30,11h,501,no,,",
        "2026-12-09,Ca Roong 1,11h,7h30,0,no,,",
        "2031-01-01,Tuoc,7h30,11h,501,no,,",
    )
    told = faults(db, tmp_path, clock, *rows)
    assert [fault.partition(":")[0] for fault in told] == [
        "row 2, column 'Số người'",
        "row 3, column 'Bộ sinh trắc'",
        "row 3, column 'Nơi'",
        "row 3, column 'Số người'",
        "row 3, column 'Đến'",
        "row 4, column 'Ngày'",
        "row 4, column 'Số người'",
        "row 5, column 'Số người'",
        "row 5, column 'Đến'",
        "row 6, column 'Ngày'",
        "row 6, column 'Nơi'",
        "row 6, column 'Số người'",
    ]
    assert db.execute(sa.select(sa.func.count()).select_from(openings)).scalar() == 0


@pytest.mark.parametrize(
    "row",
    [
        "2026-12-08,Ca Roong 1,7h30,11h,many,yes,,",
        "2026-12-08,Tuoc,7h30,11h,9,yes,,",
        "2026-12-08,Ca Roong 1,7h30,11h,501,yes,,",
        "2026-12-08,Ca Roong 1,7h30,11h,9,yes,,",
    ],
)
def test_of_very_many_faults_the_first_thousand_are_told(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock, row: str
) -> None:
    told = faults(db, tmp_path, clock, *[row] * 1500)
    assert (len(told), told[-1]) == (1001, "no more than 1000 faults are told at once")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_loads_as_nothing_new(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock, ending: str
) -> None:
    builders.opening(db, village, day=DAY, finishes=False)
    builders.booking(db, builders.opening(db, village, day=DAY, at=time(13, 30)), now=clock.now())
    rows = list(opening_rows(db, first=DAY))
    path = tmp_path / f"openings.{ending}"
    columns: tuple[Column, ...] = OPENING_COLUMNS
    path.write_bytes(as_xlsx(columns, rows) if ending == "xlsx" else as_csv(columns, rows).encode())
    assert told(load_openings(db, read_openings(path), now=clock.now())) == (0, 0, 2, 0)


def test_what_nobody_is_booked_in_may_get_other_hours_and_what_is_not_named_is_left(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    opening = builders.opening(db, village, day=DAY)
    builders.opening(db, village, day=date(2026, 12, 15))
    done = load(db, tmp_path, clock, "2026-12-08,Cà Roòng 1,8:00,10:00,15,yes,level2,")
    assert (told(done), done.missing) == ((0, 1, 0, 1), ["2026-12-15 Cà Roòng 1 07:30"])
    (changed,) = on_day(db, DAY)
    assert (changed.id, f"{local(changed.starts_at):%H:%M}", changed.capacity) == (opening.id, "08:00", 15)


def test_an_opening_with_bookings_keeps_its_hours_and_room_for_all_who_are_booked(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    opening = builders.opening(db, village, day=DAY)
    builders.booking(db, opening, now=clock.now(), people=3)
    row = "2026-12-08,Cà Roòng 1,{},{},{},{},,"
    postpone = "3 persons are booked from 07:30-11:00; to change its hours is to postpone it"
    assert faults(db, tmp_path, clock, row.format("7:30", "11:00", 2, "yes")) == [
        "row 2, column 'Số người': 3 persons are booked already"
    ]
    assert faults(db, tmp_path, clock, row.format("7:30", "12:00", 20, "yes")) == [
        f"row 2, column 'Đến': {postpone}"
    ]
    assert faults(db, tmp_path, clock, row.format("8:00", "11:00", 20, "yes")) == [
        f"row 2, column 'Từ': {postpone}"
    ]
    assert on_day(db, DAY)[0].capacity == 20
    assert told(load(db, tmp_path, clock, row.format("7:30", "11:00", 3, "yes"))) == (0, 1, 0, 0)
    done = load(db, tmp_path, clock, row.format("7:30", "11:00", 3, "no"))
    assert done.changed == ["2026-12-08 Cà Roòng 1 07:30-11:00: 3 booked persons were promised level 2"]


def test_every_fault_is_told_at_once_and_nothing_is_loaded(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    twin = "dan-hoa-ca-roong-1"
    other = {"commune_id": builders.commune(db, "Dân Hóa"), "code": twin, "kind": "village", "aliases": []}
    db.execute(places.insert().values(other | {"name": "Cà Roòng 1", "sample": False}))
    builders.place(db, village.commune_id, "Nịu")
    say_of(db, village.commune_id, DAY, reason="lễ hội", works=False)
    code = village.code
    off = builders.opening(db, village, day=date(2026, 12, 21))
    db.execute(openings.update().where(openings.c.id == off.id).values(state=OpeningState.CANCELLED.value))
    assert faults(
        db,
        tmp_path,
        clock,
        "2026-12-10,Cà Roòng 1,7:30,11:00,20,yes,,",
        "2026-12-10,Paris,7:30,11:00,20,yes,,",
        f"2026-12-08,{code},7:30,11:00,20,yes,,",
        f"2026-11-30,{code},7:30,11:00,20,yes,,",
        f"2026-12-10,{code},11:00,7:30,20,yes,,",
        f"2026-12-11,{code},7:30,11:00,0,yes,online_declaration,",
        f"2026-12-14,{code},7:30,11:00,20,no,level2|update_info,",
        f"2026-12-15,{code},7:30,11:00,20,no,,Đội A",
        "2026-12-16,Nịu,7:30,11:00,20,no,,",
        "2026-12-16,niu,9:00,12:00,20,no,,",
        f"2027-01-01,{code},7:30,11:00,20,no,,",
        f"2026-12-21,{code},7:30,11:00,20,no,,",
        f"2100-12-01,{code},7:30,11:00,20,no,,",
    ) == [
        f"row 2, column 'Nơi': several places are called 'Cà Roòng 1'; write the code: {code}, {twin}",
        "row 3, column 'Nơi': there is no place 'Paris' (helpdesk places export shows them)",
        "row 4, column 'Ngày': 2026-12-08 is closed: lễ hội (helpdesk closed-days import can say that it is worked)",
        "row 5, column 'Ngày': 2026-11-30 07:30 is past",
        "row 6, column 'Đến': it must end after it begins",
        "row 7, column 'Dịch vụ': with the kit level 2 is possible: name it, or leave the cell empty",
        "row 7, column 'Số người': it needs room for 1 to 500 persons",
        "row 8, column 'Dịch vụ': level 2 takes an officer with the kit",
        "row 9, column 'Đội': Thượng Trạch has no team 'Đội A'",
        "row 11, column 'Từ': the place is open then already, by row 10",
        "row 12, column 'Ngày': 2027-01-01 is closed: Tết Dương lịch (helpdesk closed-days import can say that it is worked)",
        "row 13, column 'Ngày': this opening was called off, and people may have been told",
        "row 14, column 'Ngày': 2100-12-01 is more than 180 days ahead, 2027-05-30 is the last",
    ]
    assert from_day(db, date(2026, 11, 1), at_most=9) == []


def test_an_unknown_service_is_named_with_those_that_there_are(
    db: sa.Connection, village: Place, tmp_path: Path, clock: FixedClock
) -> None:
    assert faults(db, tmp_path, clock, "2026-12-08,Cà Roòng 1,7:30,11:00,20,no,hộ chiếu,") == [
        "row 2, column 'Dịch vụ': 'hộ chiếu' is no service; known: level2, level2_card, update_info, online_declaration"
    ]


HOURS = "commune,weekday,from,to,capacity,kit,services\n"


def load_week(db: sa.Connection, tmp_path: Path, *rows: str) -> Imported:
    path = tmp_path / "hours.csv"
    path.write_text(HOURS + "\n".join(rows), encoding="utf-8")
    return load_hours(db, read_hours(path))


@pytest.fixture
def centre(db: sa.Connection, village: Place) -> Place:
    return builders.place(db, village.commune_id, "Thượng Trạch", kind=PlaceKind.CENTRE)


def test_a_table_of_hours_is_the_whole_week_of_its_commune(
    db: sa.Connection, centre: Place, tmp_path: Path, clock: FixedClock
) -> None:
    rows = ("thuong-trach,thứ hai,7:30,11:30,20,yes,", "thuong-trach,2,13:30,17:00,8,no,update_info")
    assert told(load_week(db, tmp_path, *rows, "thuong-trach,Friday,7:30,11:30,20,no,")) == (3, 0, 0, 0)
    assert [(h.weekday, h.opens, h.finishes_level2) for h in half_days(db)] == [
        (1, time(7, 30), True),
        (1, time(13, 30), False),
        (5, time(7, 30), False),
    ]
    keep_centres_open(db, now=clock.now())
    done = load_week(db, tmp_path, *rows)
    assert (told(done), done.changed) == ((0, 1, 2, 0), ["thứ sáu 07:30-11:30 Thượng Trạch: taken away"])
    assert [h.weekday for h in half_days(db)] == [1, 1]
    written = tmp_path / "written.csv"
    written.write_bytes(as_csv(HOURS_COLUMNS, list(hours_rows(db))).encode())
    assert told(load_hours(db, read_hours(written))) == (0, 0, 2, 0)


def test_hours_that_cannot_be_are_refused_by_row(db: sa.Connection, centre: Place, tmp_path: Path) -> None:
    builders.commune(db, "Dân Hóa")
    with pytest.raises(TableFaults) as wrong:
        load_week(
            db,
            tmp_path,
            "thuong-trach,thứ hai,7:30,17:00,20,yes,",
            "thuong-trach,thứ ba,7:30,11:30,0,no,level2",
            "thuong-trach,thứ ba,11:00,12:00,5,no,",
            "dan-hoa,thứ ba,7:30,11:30,5,no,",
            "nowhere,thứ ba,7:30,11:30,5,no,",
            "thuong-trach,thứ tư,7:30,11:30,hai,no,",
        )
    assert [str(fault) for fault in wrong.value.faults] == [
        "row 2, column 'Đến': write morning and afternoon as two rows, with the break between them",
        "row 3, column 'Dịch vụ': level 2 takes an officer with the kit",
        "row 3, column 'Số người': it needs room for 1 to 500 persons",
        "row 4, column 'Từ': the centre is open then already, by row 3",
        "row 5, column 'Nơi': Dân Hóa has no such centre (helpdesk places import)",
        "row 6, column 'Xã': there is no commune 'nowhere'; known: thuong-trach, dan-hoa",
        "row 7, column 'Số người': 'hai' is not a whole number",
    ]
    assert half_days(db) == []
