"""Removing rows together with what hangs on them."""

import sqlalchemy as sa

from helpdesk.store.base import metadata


def remove(db: sa.Connection, table: sa.Table, which: sa.ColumnElement[bool]) -> None:
    """Delete the rows of `table` for which `which` holds.

    A row elsewhere that must refer to one of them goes too, and so on; one that may do without is set free.
    """
    (key,) = table.primary_key.columns
    doomed = db.execute(sa.select(key).where(which)).scalars().all()
    if not doomed:
        return
    # By name, because a room may refer to one that is not imported; the process that removes imports them all.
    target = f"{table.name}.{key.name}"
    for other in metadata.tables.values():
        for column in other.columns:
            if all(own.target_fullname != target for own in column.foreign_keys):
                continue
            hanging = column.in_(doomed)
            if column.nullable:
                db.execute(other.update().where(hanging).values({column.name: None}))
            else:
                remove(db, other, hanging)
    db.execute(table.delete().where(key.in_(doomed)))
