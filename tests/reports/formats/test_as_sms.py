"""helpdesk/reports/formats/as_sms.py."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.booking.persons.needs import Need
from helpdesk.clock import as_utc
from helpdesk.places.tables import PlaceKind
from helpdesk.reports.formats.as_sms import correction, whole_list
from helpdesk.reports.opening_list import Row
from helpdesk.reports.versions import Changes, changes_since
from helpdesk.text.segments import measure
from tests.support import lists

CORRECTED_AT = as_utc(datetime(2026, 12, 2, 6, 0))  # noqa: DTZ001 - commune time


def _fits(text: str) -> bool:
    measured = measure(text)
    carried = re.fullmatch(r"[A-Za-z0-9 .,:;!?()/+\-\n]*", text) is not None
    return carried and measured.encoding == "GSM-7" and measured.segments <= 2


def test_a_short_list_is_one_message_of_one_segment() -> None:
    listing = lists.listing(lists.rows(lists.FAMILY))
    (text,) = whole_list(listing)
    assert text == (
        "DS v1 luc 15h30 1/12 (1/1) ban Ca Roong 1, thu tu 2/12, 7h30-11h: 2 nguoi, lam duoc muc 2.\n"
        "40725 0912345601: Ho Thi Mai 1954, Ho Van Doan 1979"
    )
    assert measure(text).segments == 1


def test_an_empty_list_says_so() -> None:
    assert whole_list(lists.listing(of=lists.opening(finishes=False))) == (
        "DS v1 luc 15h30 1/12 (1/1) ban Ca Roong 1, thu tu 2/12, 7h30-11h:"
        " chua co ai dat cho, chua lam duoc muc 2, chi huong dan.",
    )


def test_who_has_no_phone_or_no_year_is_told_without() -> None:
    (text,) = whole_list(lists.listing(lists.rows(lists.ALONE)))
    assert text.splitlines()[1:] == ["55512: Y Cuc"]


def test_a_long_list_comes_in_numbered_parts_and_a_party_goes_on_with_its_code() -> None:
    village = [(f"Nguyễn Thị Phương {n}", 1950 + n) for n in range(20)]
    parts = whole_list(lists.listing(lists.rows(lists.FAMILY, ("61230", "0987654321", village), lists.ALONE)))
    assert len(parts) == 3
    assert all(_fits(part) for part in parts)
    assert [part.split(" ban ")[0] for part in parts] == [f"DS v1 luc 15h30 1/12 ({n}/3)" for n in (1, 2, 3)]
    assert [part.splitlines()[1][:18] for part in parts] == [
        "40725 0912345601: ",
        "61230 tiep: Nguyen",
        "61230 tiep: Nguyen",
    ]
    told = re.findall(r"Nguyen Thi Phuong \d+ \d{4}", "\n".join(parts))
    assert told == [f"Nguyen Thi Phuong {n} {1950 + n}" for n in range(20)]
    assert parts[-1].endswith("\n55512: Y Cuc")


def test_parts_leave_no_room_unused() -> None:
    neighbours = [(f"{4000 + n}5", "0987654321", [(f"Hồ Văn Thật Là Dài {n}", 1980)]) for n in range(30)]
    parts = whole_list(lists.listing(lists.rows(*neighbours)))
    for part, following in pairwise(parts):
        assert len(part) + 1 + len(following.splitlines()[1]) > 306


@pytest.mark.parametrize("people", [1, 30, 31, 200, 1500])
def test_every_part_fits_two_segments_however_many_there_are(people: int) -> None:
    many = lists.rows(
        *((f"{10000 + n}", "0987654321", [(f"Nguyễn Thị Phương Thảo {n}", 1985)]) for n in range(people))
    )
    parts = whole_list(lists.listing(many))
    assert all(_fits(part) for part in parts)
    assert [re.search(r"\((\d+)/(\d+)\)", part).groups() for part in parts] == [  # type: ignore[union-attr]
        (str(n), str(len(parts))) for n in range(1, len(parts) + 1)
    ]
    assert sum(part.count("Nguyen Thi Phuong Thao") for part in parts) == people


_NAMES = st.text(min_size=1, max_size=120).filter(lambda name: name.isprintable() and bool(name.strip()))


@given(st.lists(st.lists(_NAMES, min_size=1, max_size=20), max_size=12), _NAMES)
def test_no_name_breaks_a_part(parties: list[list[str]], village: str) -> None:
    bookings = [
        (str(10000 + n), "0987654321", [(name, 1985) for name in names]) for n, names in enumerate(parties)
    ]
    listing = lists.listing(lists.rows(*bookings), of=lists.opening(name=village))
    assert all(_fits(part) for part in whole_list(listing))


def test_a_name_in_another_script_is_not_turned_into_question_marks() -> None:
    (text,) = whole_list(lists.listing(lists.rows(("40725", "0912345601", [("ສົມ ຈັນ", 1985)]))))
    assert text.endswith("\n40725 0912345601: (khong ro ten) 1985")


def test_a_correction_tells_only_what_changed() -> None:
    before = lists.rows(lists.FAMILY, lists.ALONE)
    newcomer = Row(9, 99, "71234", "Hồ Văn Lình", 2001, "0356789012", before[0].state)
    after = (before[0], before[2], newcomer)
    listing = lists.listing(after, version=2, at=CORRECTED_AT)
    (text,) = correction(listing, changes_since(before, after))
    assert text == (
        "Sua DS v2 luc 6h 2/12 (1/1) ban Ca Roong 1, thu tu 2/12: nay 3 nguoi.\n"
        "Them 71234 0356789012: Ho Van Linh 2001\n"
        "Bo 40725 0912345601: Ho Van Doan 1979"
    )
    assert measure(text).segments == 1


def test_a_long_correction_keeps_its_verbs_in_every_part() -> None:
    gone = lists.rows(("61230", "0987654321", [(f"Nguyễn Thị Phương {n}", 1950 + n) for n in range(20)]))
    came = lists.rows(("71230", "0356789012", [(f"Hồ Thị Phương {n}", 1950 + n) for n in range(20)]))
    listing = lists.listing(came, version=2, at=CORRECTED_AT)
    parts = correction(listing, Changes(added=came, removed=gone))
    assert len(parts) > 2
    assert all(_fits(part) for part in parts)
    verbs = {line.split()[0] for part in parts for line in part.splitlines()[1:]}
    assert verbs == {"Them", "Bo"}
    assert all(part.startswith("Sua DS v2 luc 6h 2/12 (") for part in parts)


def test_the_centre_is_told_apart_from_a_village_of_the_same_name() -> None:
    centre = lists.opening(name="Dân Hóa", kind=PlaceKind.CENTRE, commune="Dân Hóa")
    (text,) = whole_list(lists.listing(of=centre))
    assert "(1/1) Trung tam xa Dan Hoa, thu tu 2/12" in text


def test_a_look_without_a_version_says_that_it_is_one() -> None:
    (text,) = whole_list(replace(lists.listing(), version=None))
    assert text.startswith("DS xem tam luc 15h30 1/12 (1/1) ")


def test_numbers_and_needs_are_marked_in_few_letters() -> None:
    (text,) = whole_list(lists.listing(lists.helped()))
    assert text.splitlines()[1] == (
        "40725 0912345601: 12.Ho Thi Mai 1954 (lam the), 13.Ho Van Doan 1979 (lam the, may, doc)"
    )
    assert _fits(text)


def test_who_needs_something_since_the_list_was_sent_is_told_once_more() -> None:
    before = lists.helped()
    after = (replace(before[0], needs=(Need.HOME_VISIT,)), before[1])
    (text,) = correction(lists.listing(after, version=2), changes_since(before, after))
    assert text.splitlines()[1:] == ["Can 40725 0912345601: 12.Ho Thi Mai 1954 (lam the, den nha)"]
