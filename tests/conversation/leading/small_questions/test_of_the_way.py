"""helpdesk/conversation/leading/small_questions/of_the_way.py: the way and the fare are not known here, and that is said."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "trung tam cach ban tuoc may cay",
        "di xe om het bao nhieu",
        "tu ban toi ra xa bao xa",
        "co xe khach ra xa khong",
    ],
)
def test_she_is_told_whom_to_ask(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["how_far.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["o xa khong lam thi lam o dau", "le phi bao nhieu", "doi may thi lam sao", "khi mo can bo ve ban tuoc"],
)
def test_what_only_sounds_like_it_is_not(service: Service, text: str) -> None:
    assert steps(say(service, text)) != ["how_far.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "ba di khong noi, toi cho bang xe may duoc khong",
        "toi cho me toi xuong duoc khong",
        "con chở đi được không",
        "nho hang xom cho di duoc khong",
        "bang xe om duoc khong",
    ],
)
def test_who_brings_somebody_is_told_that_anybody_may(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["brought.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["chong toi di thay duoc khong", "cho toi di thu 6 duoc khong", "con toi lam duoc khong"]
)
def test_who_comes_instead_or_another_day_is_brought_by_nobody(service: Service, text: str) -> None:
    assert "brought" not in str(steps(say(service, text)))
