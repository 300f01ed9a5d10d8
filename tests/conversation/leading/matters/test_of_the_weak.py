"""helpdesk/conversation/leading/matters/of_the_weak.py: who cannot see, walk, or is very old. All are invented."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

OFFERED = ["elderly_home.offer"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "cha toi bi mu hai mat",
        "me toi mo mat roi khong thay duong, lam sao lam dinh danh",
        "ong lao nha toi 80",
        "nguoi lao tuoi cao thi lam the nao",
    ],
)
def test_who_cannot_see_or_is_very_old_is_offered_help(service: Service, text: str) -> None:
    assert steps(say(service, text)) == OFFERED


@on_sqlite
@pytest.mark.parametrize(
    "text", ["mat toi mo, doc tin khong duoc, goi lai cho toi", "ba dau mat tien", "anh the mat mo qua"]
)
def test_who_only_reads_badly_or_has_a_bad_picture_is_not(service: Service, text: str) -> None:
    assert steps(say(service, text)) != OFFERED


@on_sqlite
def test_who_cannot_walk_has_said_no_no_in_the_steps(service: Service) -> None:
    say(service, "BUOC", "1", "1", "3")
    assert asked(service) == ("steps", "smartphone")
    assert steps(say(service, "ba khong di duoc"))[0] == "elderly_home.offer"
    assert asked(service) == ("elderly_home", "offer")
