"""helpdesk/places/facts.py."""

from datetime import UTC, datetime

import sqlalchemy as sa

from helpdesk.places.facts import facts_of
from helpdesk.places.tables import commune_facts, communes


def _commune(db: sa.Connection, code: str) -> int:
    row = communes.insert().values(code=code, name=code).returning(communes.c.id)
    return int(db.execute(row).scalar_one())


def _fact(db: sa.Connection, commune_id: int, key: str, text: str, *, signed: bool) -> None:
    row: dict[str, object] = {"commune_id": commune_id, "key": key, "text": text, "source": "xã"}
    if signed:
        row |= {"signed_by": "Cán bộ mẫu", "signed_at": datetime(2026, 11, 1, tzinfo=UTC)}
    db.execute(commune_facts.insert().values(row))


def test_in_production_only_what_someone_signed_is_told(db: sa.Connection) -> None:
    here = _commune(db, "here")
    _fact(db, here, "hours", "7h30-11h", signed=True)
    _fact(db, here, "fee", "chưa rõ", signed=False)
    assert facts_of(db, here, signed_only=True) == {"hours": "7h30-11h"}
    assert facts_of(db, here, signed_only=False) == {"hours": "7h30-11h", "fee": "chưa rõ"}


def test_a_commune_does_not_tell_the_facts_of_another(db: sa.Connection) -> None:
    here, there = _commune(db, "here"), _commune(db, "there")
    _fact(db, there, "hours", "13h-16h", signed=True)
    assert facts_of(db, here, signed_only=True) == {}


def test_without_a_commune_there_is_nothing_to_tell(db: sa.Connection) -> None:
    _fact(db, _commune(db, "here"), "hours", "7h30-11h", signed=True)
    assert facts_of(db, None, signed_only=False) == {}
