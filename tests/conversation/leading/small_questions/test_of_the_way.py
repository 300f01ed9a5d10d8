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
