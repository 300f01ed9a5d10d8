"""helpdesk/conversation/leading/on_the_way/introductions.py: who says who she is, and books for others. All are invented."""

import pytest

from tests.conversation.talk import bookings_of, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service

WHERE = "trung tam xa thuong trach thu 6"


def _booked(service: Service, text: str) -> list[str]:
    say(service, text, "1")
    (booking,) = bookings_of(service)
    assert booking.opening.day.isoformat() == "2026-12-04"
    return [person.name for person in booking.people]


@on_sqlite
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"toi la Ho Van Khe o ban tuoc muon dang ky cho me toi la ba Ho Thi Lan 1948 {WHERE}", ["Ho Thi Lan"]),
        (f"em la truong ban Ho Van Ty, dk cho 2 nguoi: Ho Van A 1980, Ho Thi B 1985 {WHERE}", ["Ho Van A", "Ho Thi B"]),
        (f"toi ten Ho Van Khe, xin dang ky cho con Ho Van Be 2010 {WHERE}", ["Ho Van Be"]),
        (f"toi ten Ho Van Khe 1970, vo toi Y Lan 1972 dang ky {WHERE}", ["Ho Van Khe", "Y Lan"]),
        (f"toi ten Ho Van Khe 1970 dang ky {WHERE}", ["Ho Van Khe"]),
    ],
)  # fmt: skip
def test_who_is_meant_is_booked(service: Service, text: str, names: list[str]) -> None:
    assert _booked(service, text) == names
