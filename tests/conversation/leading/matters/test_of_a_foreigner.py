"""helpdesk/conversation/leading/matters/of_a_foreigner.py: who is no citizen is not sent to the commune police. All are invented."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TOLD = ["foreigner.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "vo toi nguoi lao chua co quoc tich viet nam lam muc 2 o mo",
        "em o lao ve, khong co giay to viet nam",
        "dinh danh cho nguoi nuoc ngoai",
        "phong xuat nhap canh o dau",
        "i am lao, married here",
    ],
)
def test_they_are_sent_to_the_immigration_office(service: Service, text: str) -> None:
    assert steps(say(service, text)) == TOLD


@on_sqlite
@pytest.mark.parametrize("text", ["phong do o mo", "den dau", "lam muc 2 duoc khong", "hoi ai"])
def test_what_is_asked_further_is_about_them(service: Service, text: str) -> None:
    assert steps(say(service, "vo toi nguoi lao", text)) == TOLD


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["toi la nguoi lao dong", "vo toi nguoi lao da co the can cuoc lam duoc khong", "con toi di lao dong"],
)
def test_who_works_or_has_a_card_is_none_of_them(service: Service, text: str) -> None:
    assert steps(say(service, text)) != TOLD
