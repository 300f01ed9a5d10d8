"""What only the commune knows is told where it is known, and never guessed where it is not."""

import pytest
import sqlalchemy as sa

from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import FACT_PREFIX
from helpdesk.people import contacts
from helpdesk.places.tables import commune_facts, communes
from helpdesk.text.folding import fold
from helpdesk.text.segments import measure
from tests.conversation.talk import contact_of, say
from tests.support.builders import PROXY
from tests.support.service import Service

LONGEST = {
    name.removeprefix(FACT_PREFIX): placeholder.longest["vi"]
    for name, placeholder in load().placeholders.items()
    if name.startswith(FACT_PREFIX)
}


def belongs_to(service: Service, code: str) -> int:
    """She is known to be of a commune; its id."""
    her = contact_of(service)
    with service.engine.begin() as db:
        commune_id = db.execute(sa.select(communes.c.id).where(communes.c.code == code)).scalar_one()
        contacts.change(db, her.id, commune_id=commune_id)
    return int(commune_id)


def gives(service: Service, commune_id: int, facts: dict[str, str]) -> None:
    rows = [
        {"commune_id": commune_id, "key": key, "text": text, "source": "sample"}
        for key, text in facts.items()
    ]
    with service.engine.begin() as db:
        db.execute(commune_facts.delete().where(commune_facts.c.commune_id == commune_id))
        db.execute(commune_facts.insert(), rows)


def test_a_fee_that_the_commune_has_given_is_told_to_its_people(service: Service) -> None:
    gives(service, belongs_to(service, "dan-hoa"), {"fee": "làm mức 2 thu 5.000 đồng"})
    assert say(service, "menu", "6", "4", "5").startswith("Le phi: lam muc 2 thu 5.000 dong. ")


def test_a_fee_of_another_commune_is_not(service: Service) -> None:
    gives(service, belongs_to(service, "dan-hoa"), {"fee": "làm mức 2 thu 5.000 đồng"})
    gives(service, belongs_to(service, "thuong-trach"), {"hours": "sáng thứ hai"})
    assert say(service, "menu", "6", "4", "5").startswith("Le phi ba con hoi can bo khi den lam. ")


HOURS = {"dan-hoa": {"hours": "thứ hai, 7h-11h"}, "thuong-trach": {"hours": "thứ ba, 8h-10h"}}
OF_DAN_HOA, OF_THUONG_TRACH = "Gio lam viec: thu hai, 7h-11h. ", "Gio lam viec: thu ba, 8h-10h. "
FOR_ALL = {"eid_hotline": "1900.0368"}
WHICH = "Viec nay moi xa mot khac. Ba con hoi xa nao?"


@pytest.fixture
def two_communes(service: Service) -> Service:
    """One gateway serves two communes, each with hours of its own and the same number to call."""
    with service.engine.begin() as db:
        ids = {row.code: row.id for row in db.execute(sa.select(communes.c.code, communes.c.id))}
    for code, facts in HOURS.items():
        gives(service, ids[code], facts | FOR_ALL)
    return service


def test_who_is_of_no_commune_yet_is_asked_once_which_she_means(two_communes: Service) -> None:
    asked = say(two_communes, "may gio mo cua")
    assert asked.startswith(WHICH)
    assert measure(asked).segments == 1
    assert say(two_communes, "2").startswith(OF_DAN_HOA)
    assert say(two_communes, "may gio mo cua").startswith(OF_DAN_HOA)


def test_she_may_answer_with_her_village(two_communes: Service) -> None:
    assert say(two_communes, "may gio mo cua", "ca roong").startswith(OF_THUONG_TRACH)


def test_a_village_in_the_text_says_which_commune(two_communes: Service) -> None:
    assert say(two_communes, "may gio mo cua o y leng").startswith(OF_DAN_HOA)
    # Also of another one than hers.
    assert say(two_communes, "may gio mo cua o ca roong 1").startswith(OF_THUONG_TRACH)
    assert say(two_communes, "may gio mo cua").startswith(OF_DAN_HOA)


def test_a_village_chosen_for_the_booking_says_so_too(two_communes: Service) -> None:
    told = say(two_communes, "DAT", "y leng", "may gio mo cua")
    assert told.startswith(OF_DAN_HOA)
    assert "Tai ban Y Leng. Ba con chon buoi" in told


def test_a_booking_on_the_way_is_gone_on_with_behind_the_commune_and_the_answer(
    two_communes: Service,
) -> None:
    assert say(two_communes, "DAT", "may gio mo cua").startswith(WHICH)
    told = say(two_communes, "dan hoa")
    assert told.startswith(OF_DAN_HOA)
    assert "Ba con muon lam o dau?" in told


def test_who_names_no_commune_is_told_what_holds_in_all(two_communes: Service) -> None:
    fallback = "Gio lam viec ba con hoi Cong an xa truoc khi di. "
    assert say(two_communes, "may gio mo cua", "thoi").startswith(fallback)
    assert say(two_communes, "may gio mo cua", "zzz", "zzz").startswith(fallback)


def test_another_question_gives_up_the_one_that_waits_for_the_commune(two_communes: Service) -> None:
    told = say(two_communes, "may gio mo cua", "can mang gi")
    assert WHICH not in told
    assert "Gio lam viec" not in told


def test_what_all_communes_say_alike_is_told_without_asking(two_communes: Service) -> None:
    assert "1900.0368" in say(two_communes, "tai khoan bi khoa")


def test_what_no_commune_tells_is_not_asked_about(two_communes: Service) -> None:
    assert say(two_communes, "le phi bao nhieu").startswith("Le phi ba con hoi can bo")


def test_an_answer_that_helps_without_the_fact_does_not_wait_for_it(two_communes: Service) -> None:
    gives(two_communes, belongs_to(two_communes, "dan-hoa"), {"police_place": "sau lưng UBND xã"})
    assert "Khong lam qua dien thoai" in say(two_communes, "lam o dau", who=PROXY)


def test_all_that_is_said_in_one_turn_is_one_message_with_the_facts_at_their_longest(
    service: Service,
) -> None:
    gives(service, belongs_to(service, "thuong-trach"), LONGEST)
    told = say(service, "menu", "6", "6", "2")
    assert told == fold(
        f"Mất điện thoại: bà con gọi ngay {LONGEST['eid_hotline']} để khóa tài khoản VNeID, và gọi nhà mạng khóa SIM.\n"
        f"Tổng đài: {LONGEST['carriers']}. Cần cán bộ gọi lại: nhắn GOI LAI."
    )
    assert measure(told).segments == 2
