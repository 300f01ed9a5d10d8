"""helpdesk/conversation/leading/matters/in_anger.py: anger has an apology, and no topic that its words resemble."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "SAO TOI DI HAI LAN ROI KHONG AI LAM CHO TOI",
        "CAN BO LAM AN KIEU GI VAY, DI BO 20 CAY SO",
        "toi len 3 lan ma chua lam duoc",
        "duoi toi ve hoai",
        "can bo thai do qua",
        "toi di 3 lan roi deu bao may hong",
        "TOI DI BO 20 CAY SO MA VE TAY KHONG",
        "hom truoc dat hen roi ma den noi khong co ai",
        "hom qua can bo hen ve ban ma khong thay",
        "toi hom qua ra xa ma can bo khong lam cho toi",
        "hen hoai khong lam",
    ],
)
def test_who_came_in_vain_has_an_apology_and_an_officer(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["complaint.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "dang ky kieu gi",
        "lam viec gio nao",
        "me toi gia khong ai giup di lai",
        "mot nha co may nguoi lam duoc",
        "chieu nay can bo co ve khong",
    ],
)
def test_what_only_sounds_like_it_is_not(service: Service, text: str) -> None:
    assert steps(say(service, text)) != ["complaint.tell"]
