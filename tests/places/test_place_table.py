"""helpdesk/places/place_table.py and closed_day_table.py: tables loaded whole or not at all, twice without harm."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.places import sample
from helpdesk.places.closed_day_table import (
    CLOSED_DAY_COLUMNS,
    closed_day_rows,
    load_closed_days,
    open_again,
    read_closed_days,
)
from helpdesk.places.closed_days import is_working_day
from helpdesk.places.communes import all_places
from helpdesk.places.imported import Imported
from helpdesk.places.place_table import PLACE_COLUMNS, load_places, place_rows, read_places
from helpdesk.places.tables import PlaceKind
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.spreadsheets.writing import as_csv, as_xlsx
from tests.support import builders

HEAD = "Xã;Loại;Tên;Mã;Tên khác"


def loaded(db: sa.Connection, tmp_path: Path, *rows: str, head: str = HEAD) -> Imported:
    path = tmp_path / "places.csv"
    path.write_text("\n".join((head, *rows)), encoding="utf-8")
    return load_places(db, read_places(path))


def names(db: sa.Connection) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(p.kind.value, p.code, p.name, p.aliases) for p in all_places(db)]


def test_places_are_added_with_a_code_of_their_own(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    done = loaded(
        db,
        tmp_path,
        "Thượng Trạch;trung tâm;Thượng Trạch;;",
        "thuong-trach;bản;Cà Roòng 1;;Ca Rong 1 | Ka Roong 1",
        "thuong trach;thôn;Tuộc;tuoc-moi;",
    )
    assert done.added == [
        "Thượng Trạch (trung-tam-thuong-trach)",
        "Cà Roòng 1 (ca-roong-1)",
        "Tuộc (tuoc-moi)",
    ]
    assert names(db) == [
        ("centre", "trung-tam-thuong-trach", "Thượng Trạch", ()),
        ("village", "ca-roong-1", "Cà Roòng 1", ("Ca Rong 1", "Ka Roong 1")),
        ("village", "tuoc-moi", "Tuộc", ()),
    ]


@pytest.mark.parametrize("write", [lambda *of: as_csv(*of).encode(), as_xlsx])
def test_what_is_exported_loads_as_nothing_new(db: sa.Connection, tmp_path: Path, write: Any) -> None:
    sample.load(db)
    before = names(db)
    path = tmp_path / "places"
    path.write_bytes(write(PLACE_COLUMNS, place_rows(db)))
    done = load_places(db, read_places(path))
    assert (done, names(db)) == (Imported(unchanged=25), before)


def test_a_place_that_the_file_does_not_name_is_left_and_told(db: sa.Connection, tmp_path: Path) -> None:
    commune = builders.commune(db)
    builders.place(db, commune, "Nịu")
    builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm")
    assert loaded(db, tmp_path, "Thượng Trạch;bản;Tuộc;;").missing == ["Nịu (village-niu)"]
    assert [place.name for place in all_places(db)] == ["Nịu", "Lòm", "Tuộc"]


@pytest.mark.parametrize(
    "written", ["NỊU", "nịu", unicodedata.normalize("NFD", "Nịu"), unicodedata.normalize("NFD", "NỊU")]
)
def test_a_place_is_known_by_its_name_in_capitals_or_not_and_keeps_it(
    db: sa.Connection, tmp_path: Path, written: str
) -> None:
    builders.place(db, builders.commune(db), "Nịu")
    done = loaded(db, tmp_path, f"Thượng Trạch;bản;{written};;")
    assert (done, [place.name for place in all_places(db)]) == (Imported(unchanged=1), ["Nịu"])


def test_where_only_the_accents_differ_the_code_says_which_it_is(db: sa.Connection, tmp_path: Path) -> None:
    builders.place(db, builders.commune(db), "Nịu")
    with pytest.raises(TableFaults) as asked:
        loaded(db, tmp_path, "Thượng Trạch;bản;NIU;;", "Thượng Trạch;bản;Nìu;;")
    assert str(asked.value).splitlines() == [
        "row 2, column 'Mã': is 'NIU' the place 'Nịu'? Write its code 'village-niu', or a new one",
        "row 3, column 'Mã': is 'Nìu' the place 'Nịu'? Write its code 'village-niu', or a new one",
    ]
    done = loaded(db, tmp_path, "Thượng Trạch;bản;Nỉu;village-niu;", "Thượng Trạch;bản;Nìu;niu-2;")
    assert (done.changed, done.added) == (["Nỉu (village-niu)"], ["Nìu (niu-2)"])


def test_one_village_twice_in_a_file_is_told_whatever_its_capitals(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    with pytest.raises(TableFaults, match="row 3, column 'Tên': 'NỊU' stands in row 2 already"):
        loaded(db, tmp_path, "Thượng Trạch;bản;Nịu;;", "Thượng Trạch;bản;NỊU;;")


def test_a_name_that_renamed_places_have_left_gets_a_code_of_its_own(
    db: sa.Connection, tmp_path: Path
) -> None:
    builders.commune(db)
    for code in ("niu", "thuong-trach-niu", "niu-2"):
        loaded(db, tmp_path, f"Thượng Trạch;bản;Bãi {code};{code};")
    assert loaded(db, tmp_path, "Thượng Trạch;bản;Nịu;;").added == ["Nịu (niu-3)"]


def test_a_place_is_renamed_by_its_code_and_two_may_change_names(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    loaded(db, tmp_path, "Thượng Trạch;bản;Tuộc;a;", "Thượng Trạch;bản;Nịu;b;cũ")
    done = loaded(db, tmp_path, "Thượng Trạch;bản;Nịu;a;", "Thượng Trạch;bản;Tuộc;b;")
    assert done.changed == ["Nịu (a)", "Tuộc (b)"]
    assert names(db) == [("village", "a", "Nịu", ()), ("village", "b", "Tuộc", ())]


def test_without_a_column_of_other_names_they_stay(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    loaded(db, tmp_path, "Thượng Trạch;bản;Tuộc;;Bản Tuộc cũ")
    assert loaded(db, tmp_path, "Thượng Trạch,village,Tuộc", head="commune,kind,name").unchanged == 1
    assert names(db)[0][3] == ("Bản Tuộc cũ",)


def test_villages_of_one_name_in_two_communes_get_two_codes(db: sa.Connection, tmp_path: Path) -> None:
    for name in ("Thượng Trạch", "Dân Hóa"):
        builders.commune(db, name)
        loaded(db, tmp_path, f"{name};bản;Lòm;;")
    assert [place.code for place in all_places(db)] == ["lom", "dan-hoa-lom"]


def test_every_fault_is_told_and_nothing_is_loaded(db: sa.Connection, tmp_path: Path) -> None:
    commune, other = builders.commune(db), builders.commune(db, "Dân Hóa")
    there, theirs = builders.place(db, commune, "Nịu"), builders.place(db, other, "Lòm")
    with pytest.raises(TableFaults) as refused:
        loaded(
            db,
            tmp_path,
            "Thượng Trạch;bản;Tuộc;;",
            "Tân Trạch;bản;Tuộc;;",
            "Thượng Trạch;bản;Tuộc;;",
            f"Thượng Trạch;bản;Đoòng;{theirs.code};",
            "Thượng Trạch;bản;Nịu;niu;",
            "Thượng Trạch;bản;A Ky;A_Ky;A#Ky",
            "Thượng Trạch;bản;Cờ Đỏ;tuoc;",
        )
    assert str(refused.value).splitlines() == [
        "row 3, column 'Xã': there is no commune 'Tân Trạch'; known: thuong-trach, dan-hoa (helpdesk communes add)",
        "row 4, column 'Tên': 'Tuộc' stands in row 2 already",
        "row 5, column 'Mã': 'village-lom' is a place of Dân Hóa; a place does not move",
        "row 6, column 'Tên': 'Nịu' is the place 'village-niu' already",
        "row 7, column 'Mã': 'A_Ky' is not a code; write 'a-ky'",
        "row 7, column 'Tên khác': '#' cannot be sent by SMS: A#Ky",
        "row 8, column 'Mã': the code 'tuoc' stands in row 2 already; give each place its own",
    ]
    assert [(place.id, place.kind) for place in all_places(db)] == [
        (there.id, PlaceKind.VILLAGE),
        (theirs.id, PlaceKind.VILLAGE),
    ]


def closed(db: sa.Connection, tmp_path: Path, rows: Sequence[str]) -> Imported:
    path = tmp_path / "closed.csv"
    path.write_text("\n".join(("Xã,Ngày,Lý do", *rows)), encoding="utf-8")
    return load_closed_days(db, read_closed_days(path))


def test_closed_days_are_loaded_changed_and_left(db: sa.Connection, tmp_path: Path) -> None:
    commune = builders.commune(db)
    done = closed(db, tmp_path, ["Thượng Trạch,22/2/2027,hội đập trống", "Thượng Trạch,2026-12-02,lũ"])
    assert done.added == ["2027-02-22 Thượng Trạch", "2026-12-02 Thượng Trạch"]
    assert not is_working_day(db, commune, date(2026, 12, 2))
    again = closed(db, tmp_path, ["Thượng Trạch,2026-12-02,sạt lở"])
    assert again == Imported(changed=["2026-12-02 Thượng Trạch"], missing=["2027-02-22 Thượng Trạch"])
    assert open_again(db, commune, date(2026, 12, 2))
    assert not open_again(db, commune, date(2026, 12, 2))
    assert is_working_day(db, commune, date(2026, 12, 2))


def test_closed_days_that_are_exported_load_as_nothing_new(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    closed(db, tmp_path, ["Thượng Trạch,2026-12-02,=lũ"])
    path = tmp_path / "closed.csv"
    path.write_text(as_csv(CLOSED_DAY_COLUMNS, closed_day_rows(db)), encoding="utf-8")
    assert load_closed_days(db, read_closed_days(path)) == Imported(unchanged=1)


def test_a_closed_day_named_twice_or_of_no_commune_is_a_fault(db: sa.Connection, tmp_path: Path) -> None:
    builders.commune(db)
    with pytest.raises(TableFaults) as refused:
        closed(db, tmp_path, ["Thượng Trạch,2026-12-02,lũ", "thuong-trach,2/12/2026,lũ", "Xa,2026-12-02,lũ"])
    assert str(refused.value).splitlines() == [
        "row 3, column 'Ngày': 2026-12-02 of Thượng Trạch stands there twice",
        "row 4, column 'Xã': there is no commune 'Xa'; known: thuong-trach",
    ]
