"""What only the commune knows is told where it is known, and never guessed where it is not."""

import sqlalchemy as sa

from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import FACT_PREFIX
from helpdesk.people import contacts
from helpdesk.places.tables import commune_facts, communes
from helpdesk.text.folding import fold
from helpdesk.text.segments import measure
from tests.conversation.talk import contact_of, say
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
