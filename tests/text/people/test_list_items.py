"""Lists in a text message, taken apart."""

import pytest

from helpdesk.text.people.list_items import items


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A, B; C", ("A", "B", "C")),
        ("A\nB\r\nC", ("A", "B", "C")),
        ("A + B & C/D|E", ("A", "B", "C", "D", "E")),
        ("- A\n- B", ("A", "B")),
        ("Xon - Cuc -Cu", ("Xon", "Cuc", "Cu")),
        ("K-Ai", ("K-Ai",)),
        ("1. An 2. Bo 3. Cu", ("An", "Bo", "Cu")),
        ("1) An 85 2) Bo 90", ("An 85", "Bo 90")),
        ("4) An 85 5) Bo 90", ("An 85", "Bo 90")),
        ("7/ An 8/ Bo", ("An", "Bo")),
        ("1 An 2 Bo", ("An", "Bo")),
        ("01. An\n02. Bo", ("An", "Bo")),
        ("An 85. Bo 90.", ("An 85", "Bo 90.")),
        ("An 2 Bo", ("An 2 Bo",)),
        ("Ho Van An. Ho Thi Bo", ("Ho Van An", "Ho Thi Bo")),
        ("Ho Van A. Ho Thi B", ("Ho Van A", "Ho Thi B")),
        ("Y. Cuc", ("Y  Cuc",)),
        ("H. V. An", ("H  V  An",)),
        ("Ho ten: An", ("An",)),
        ("Toi dang ky cho 2 nguoi: An, Bo", ("An", "Bo")),
        ("An: 1985", ("An  1985",)),
        (" ,;\n ", ()),
        ("", ()),
    ],
)
def test_items_stand_in_order_without_numbering_and_heading(text: str, parts: tuple[str, ...]) -> None:
    assert tuple(" ".join(item.split()) for item in items(text)) == tuple(
        " ".join(part.split()) for part in parts
    )
