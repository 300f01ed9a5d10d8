"""helpdesk/people/consents.py."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people import consents
from helpdesk.people.contacts import hold, meet
from helpdesk.people.tables import consents as consents_table
from helpdesk.people.tables import contacts

WORDING = "Xã lưu tên, năm sinh, số điện thoại để xếp lịch."
RESIDENT, NEIGHBOUR = "+84912345678", "+84987654321"


def test_who_has_not_answered_has_not_consented(db: sa.Connection, clock: FixedClock) -> None:
    assert meet(db, RESIDENT, now=clock.now()).consented_at is None


def test_a_yes_is_kept_as_proof(db: sa.Connection, clock: FixedClock) -> None:
    resident, neighbour = (meet(db, phone, now=clock.now()) for phone in (RESIDENT, NEIGHBOUR))
    consents.give(db, contact_id=resident.id, wording=WORDING, inbound_id=None, now=clock.now())
    assert hold(db, resident.id).consented_at == clock.now()
    assert hold(db, neighbour.id).consented_at is None
    (proof,) = db.execute(sa.select(consents_table)).all()
    assert (proof.contact_id, proof.wording) == (resident.id, WORDING)
    assert (proof.given_at, proof.withdrawn_at) == (clock.now(), None)


def test_withdrawing_ends_the_consent_asks_for_erasure_and_keeps_the_proof(
    db: sa.Connection, clock: FixedClock
) -> None:
    resident, neighbour = (meet(db, phone, now=clock.now()) for phone in (RESIDENT, NEIGHBOUR))
    given = clock.now()
    for contact in (resident, neighbour):
        consents.give(db, contact_id=contact.id, wording=WORDING, inbound_id=None, now=given)
    clock.advance(timedelta(days=1))
    consents.withdraw(db, contact_id=resident.id, now=clock.now())

    proofs = {row.contact_id: row for row in db.execute(sa.select(consents_table))}
    assert proofs[resident.id].withdrawn_at == clock.now()
    assert proofs[resident.id].given_at == given
    assert proofs[neighbour.id].withdrawn_at is None
    asked = {row.id: row.erase_asked_at for row in db.execute(sa.select(contacts))}
    assert asked == {resident.id: clock.now(), neighbour.id: None}
    assert hold(db, resident.id).consented_at is None
    assert hold(db, neighbour.id).consented_at == given


def test_a_consent_given_again_stands_beside_the_withdrawn_one(db: sa.Connection, clock: FixedClock) -> None:
    resident = meet(db, RESIDENT, now=clock.now())
    consents.give(db, contact_id=resident.id, wording=WORDING, inbound_id=None, now=clock.now())
    withdrawn = clock.now() + timedelta(days=1)
    consents.withdraw(db, contact_id=resident.id, now=withdrawn)
    again = withdrawn + timedelta(days=1)
    consents.give(db, contact_id=resident.id, wording=WORDING, inbound_id=None, now=again)
    consents.withdraw(db, contact_id=resident.id, now=again + timedelta(days=1))
    ends = db.execute(sa.select(consents_table.c.withdrawn_at).order_by(consents_table.c.id)).scalars().all()
    assert ends == [withdrawn, again + timedelta(days=1)]
