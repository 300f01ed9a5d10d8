"""helpdesk/text/people/phones_beside_names.py: whose phone number is written in a list. All persons and numbers are invented."""

import pytest

from helpdesk.text.people.phones_beside_names import phones_in_list

LAN, TU = "+84912345678", "+84987654321"


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("HO THI B 1990 0912345678", [("Ho Thi B", LAN)]),
        ("Huy 1990 0912 345 678, Mai", [("Huy", LAN)]),
        ("Ho Van A 1985, Ho Thi B 1990 sdt 0912.345.678", [("Ho Thi B", LAN)]),
        ("Hồ Thị B số điện thoại là: +84912345678", [("Hồ Thị B", LAN)]),
        ("Ho Van A, 1985, 0912345678, Ho Thi B, 1990, 0987654321", [("Ho Van A", LAN), ("Ho Thi B", TU)]),
        ("ho van a 1985 0912345678\nho thi b 1990 0987654321", [("Ho Van A", LAN), ("Ho Thi B", TU)]),
        ("HO THI B 0162 345 6789", [("Ho Thi B", "+84323456789")]),
    ],
)
def test_a_number_beside_a_name_is_hers(text: str, phones: list[tuple[str, str]]) -> None:
    assert phones_in_list(text, this_year=2026) == phones


@pytest.mark.parametrize(
    "text",
    [
        "Ho Van A 1985, Ho Thi B 1990",
        "Ho Van A 1985, Ho Thi B 1990, 0912345678",
        "Ho Van A 1985, so cua toi 0912345678",
        "Ho Van A 1985 goi toi 0912345678",
        "0912345678",
        "Ho Thi B 1990 044190001234",
        "Ho Thi B 1990 09123",
        "",
    ],
)
def test_a_number_that_may_be_anybodys_is_given_to_nobody(text: str) -> None:
    assert phones_in_list(text, this_year=2026) == []
