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
        "chau la nguoi lao, chau muon dat cho",
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


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "vay phai len dau",
        "vo chua co giay to gi het",
        "thế lên đâu làm",
        "can giay to gi",
        "mang giay to chi",
        "rua di mo lam",
    ],
)
def test_however_it_is_asked_further_the_office_stays_the_same(service: Service, text: str) -> None:
    assert steps(say(service, "vo toi la nguoi lao co lam duoc dinh danh khong", text)) == TOLD


@on_sqlite
def test_their_children_are_children_like_others(service: Service) -> None:
    assert steps(say(service, "vo toi nguoi lao", "may con toi thi sao")) == ["child.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi dang o ben lao lam ray thang sau moi ve",
        "toi nguoi viet di lam ben lao, ve lam duoc khong",
        "chong toi di lam ben Lao chua ve, gui can cuoc ve lam duoc khong",
        "toi goc lao nhung co can cuoc viet nam roi",
        "con trai toi dang di lam o malaysia thi lam sao co muc 2",
    ],
)
def test_a_citizen_goes_to_any_commune_police_and_in_person(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["where.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["nguoi lao tuoi cao thi lam the nao", "dang ky ket hon voi nguoi lao", "lam o lao bao duoc khong"],
)
def test_the_old_a_wedding_and_lao_bao_are_none_of_them(service: Service, text: str) -> None:
    assert steps(say(service, text)) != TOLD
