"""helpdesk/people/fact_changes.py: facts with their signatures and their history."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.fact_changes import history, sign, tell, withdraw
from helpdesk.places.facts import Fact, facts_of, known_facts
from helpdesk.places.tables import commune_facts
from tests.support import builders


def told(db: sa.Connection, clock: FixedClock, text: str, *, source: str = "UBND xã") -> Fact:
    commune = db.execute(sa.text("SELECT min(id) FROM communes")).scalar_one()
    return tell(db, Fact(commune, "hotline", text, source), official_id=None, now=clock.now())


@pytest.fixture(autouse=True)
def commune(db: sa.Connection) -> int:
    return builders.commune(db)


def test_a_changed_text_loses_its_signature_and_a_changed_source_does_not(
    db: sa.Connection, clock: FixedClock, commune: int
) -> None:
    first = told(db, clock, "0232 111 222")
    assert sign(db, first, by="Hạnh", official_id=None, now=clock.now())
    assert told(db, clock, "0232 111 222", source="công văn 12").signed_by == "Hạnh"
    assert facts_of(db, commune, signed_only=True) == {"hotline": "0232 111 222"}
    assert told(db, clock, "0232 111 333").signed is False
    assert facts_of(db, commune, signed_only=True) == {}


def test_one_signs_only_what_one_has_read(db: sa.Connection, clock: FixedClock, commune: int) -> None:
    read = told(db, clock, "0232 111 222")
    told(db, clock, "0232 111 333")
    assert not sign(db, read, by="Hạnh", official_id=None, now=clock.now())
    assert not known_facts(db, commune)["hotline"].signed


def test_a_signature_counts_for_the_text_it_comes_with_but_not_for_a_later_one(
    db: sa.Connection, clock: FixedClock, commune: int
) -> None:
    signed = Fact(commune, "hotline", "0232 111 222", "xã", "Hạnh", clock.now())
    assert tell(db, signed, official_id=None, now=clock.now()) == signed
    clock.advance(timedelta(days=1))
    edited = Fact(commune, "hotline", "0232 111 333", "xã", "Hạnh", signed.signed_at)
    assert not tell(db, edited, official_id=None, now=clock.now()).signed
    anew = Fact(commune, "hotline", "0232 111 444", "xã", "Hạnh", clock.now())
    assert tell(db, anew, official_id=None, now=clock.now()) == anew


def test_the_history_says_who_did_what(db: sa.Connection, clock: FixedClock, commune: int) -> None:
    officer = builders.officer(db, commune, now=clock.now())
    fact = told(db, clock, "0232 111 222")
    told(db, clock, "0232 111 222")
    sign(db, fact, by="Hạnh", official_id=officer, now=clock.now())
    told(db, clock, "0232 111 333")
    withdraw(db, fact, official_id=officer, now=clock.now())
    found = history(db, commune, "hotline", at_most=10)
    assert [(change.action, change.who) for change in found] == [
        ("fact.withdrawn", builders.OFFICER.name),
        ("fact.changed", None),
        ("fact.signed", builders.OFFICER.name),
        ("fact.changed", None),
    ]
    assert found[1].detail["before"] == "0232 111 222"
    assert found[1].detail["lost_signature_of"] == "Hạnh"
    assert known_facts(db, commune) == {}


def test_the_store_keeps_no_half_a_signature(db: sa.Connection, commune: int) -> None:
    row = {"commune_id": commune, "key": "fee", "text": "x", "source": "y", "signed_by": "Hạnh"}
    with pytest.raises(sa.exc.IntegrityError):
        db.execute(commune_facts.insert().values(row))
