"""helpdesk/conversation/understanding/who_moves.py: who goes and who stays, in the words of a text."""

import pytest

from helpdesk.conversation.understanding.who_moves import names_some, who_moves

NAMES = ["Hồ Văn Bình", "Hồ Thị Lan", "Hồ Văn Tâm"]
MAI = ["Hồ Văn Bình", "Hồ Thị Mai"]


@pytest.mark.parametrize(
    ("text", "going"),
    [
        ("lan va tam doi sang thu 6", (1, 2)),
        ("Lan và Tâm đổi sang thứ 6", (1, 2)),
        ("doi lan sang thu 6, binh van thu 4", (1,)),
        ("binh giu nguyen, con lai doi thu 6", (1, 2)),
        ("doi sang thu 6 tru ong binh", (1, 2)),
        ("đổi sang thứ 6, trừ ông Bình với chị Lan", (2,)),
        ("Đổi cho chị Lan sang thứ 6, còn anh Bình vẫn đi thứ 4", (1,)),
        ("ho thi lan chuyen qua thu 6 nhung ho van binh giu nguyen", (1,)),
    ],
)
def test_who_is_named_goes_and_who_stays_does_not(text: str, going: tuple[int, ...]) -> None:
    found = who_moves(text, NAMES)
    assert found is not None
    assert (found.going, found.unclear) == (going, False)


def test_where_to_is_what_is_said_of_those_who_go() -> None:
    found = who_moves("doi lan sang thu 6, binh van thu 4", NAMES)
    assert found is not None
    assert found.where_to.strip() == "doi lan sang thu 6"


@pytest.mark.parametrize("text", ["toi doi sang thu 6, vo toi van thu 4", "doi sang thu 6 tru me toi"])
def test_somebody_stays_and_it_is_not_said_who(text: str) -> None:
    found = who_moves(text, NAMES)
    assert found is not None
    assert (found.going, found.unclear) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "doi sang thu 6",
        "binh lan tam doi sang thu 6",
        "lan nay doi sang thu 6",
        "hoa",
        "toi van di thu 4",
        "cho hoi doi sang thu 6 duoc khong",
        "",
    ],
)
def test_of_nobody_or_of_all_it_says_nothing(text: str) -> None:
    assert who_moves(text, NAMES) is None


def test_tomorrow_is_nobody() -> None:
    assert who_moves("mai doi sang thu 6 duoc khong", MAI) is None
    called = who_moves("doi cho chi mai sang thu 6", MAI)
    assert called is not None
    assert called.going == (1,)


def test_who_is_booked_alone_is_not_looked_for() -> None:
    assert who_moves("doi lan sang thu 6, binh van thu 4", ["Hồ Thị Lan"]) is None


@pytest.mark.parametrize(("text", "some"), [("lan thoi, thu 6", (1,)), ("thu 6", ()), ("binh, lan, tam", ())])
def test_a_name_beside_a_listed_day(text: str, some: tuple[int, ...]) -> None:
    assert names_some(text, NAMES) == some
