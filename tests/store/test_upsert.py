"""helpdesk/store/upsert.py."""

from typing import Any

import sqlalchemy as sa

from helpdesk.places.tables import communes
from helpdesk.store.upsert import insert_if_new, upsert

ROW: dict[str, Any] = {"code": "dan-hoa", "name": "Dân Hóa", "sample": False}
OTHER = {**ROW, "code": "truong-son", "name": "Trường Sơn"}


def _names(db: sa.Connection) -> list[str]:
    return list(db.execute(sa.select(communes.c.name).order_by(communes.c.id)).scalars())


def test_a_row_that_is_there_is_left_as_it_is(db: sa.Connection) -> None:
    first = insert_if_new(db, communes, ROW, returning=(communes.c.id,)).scalar()
    again = insert_if_new(db, communes, {**ROW, "name": "khác"}, returning=(communes.c.id,)).scalar()
    assert first is not None
    assert again is None
    assert _names(db) == ["Dân Hóa"]


def test_of_many_rows_only_the_new_ones_are_told(db: sa.Connection) -> None:
    insert_if_new(db, communes, ROW)
    new = insert_if_new(db, communes, [ROW, OTHER], returning=(communes.c.code,)).scalars().all()
    assert new == ["truong-son"]
    assert _names(db) == ["Dân Hóa", "Trường Sơn"]


def test_an_upsert_changes_what_it_names_and_nothing_else(db: sa.Connection) -> None:
    returning = (communes.c.id, communes.c.name, communes.c.sample)
    made = upsert(db, communes, ROW, key=("code",), update=("name",), returning=returning).one()
    changed = {**ROW, "name": "Dân Hoá", "sample": True}
    again = upsert(db, communes, changed, key=("code",), update=("name",), returning=returning).one()
    assert tuple(made) == (made.id, "Dân Hóa", False)
    assert tuple(again) == (made.id, "Dân Hoá", False)
