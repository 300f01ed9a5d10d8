"""helpdesk/text/short_forms.py: what nobody can be called by is written out, and nothing else."""

import pytest

from helpdesk.text.short_forms import written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hk di dc", "khong di duoc"),
        ("Ko đc", "khong duoc"),
        ("tui KG den dc, bit rua", "tui khong den duoc, biet rua"),
        ("co mang j vs the k", "co mang gi voi the k"),
        ("den tre duoc k?", "den tre duoc khong?"),
        ("den tre dc k", "den tre duoc khong"),
        ("k can nua", "khong can nua"),
        ("chua co k biet sao", "chua co khong biet sao"),
    ],
)
def test_what_can_be_nothing_else_is_written_out(typed: str, meant: str) -> None:
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Ho Thi Hong 1990",
        "Y Tui, Ho Van Man",
        "K",
        "ban Ka Ooc",
        "dk ho pot ban k ai",
        "Ho Van K 1980",
        "kho khan",
        "vsip",
        "dcd",
        "0912 345 678",
        "",
    ],
)
def test_names_villages_and_numbers_stay(text: str) -> None:
    assert written_out(text) == text
