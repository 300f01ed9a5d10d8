"""Making a test's PostgreSQL database as good as new.

Copying a migrated template moves 9 MB; forgetting what one test wrote takes a few milliseconds. So a database
is lent again and again, unless a test changed more than rows: then it is given up.
"""

import sqlalchemy as sa

_OTHERS_OUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

_SHAPE = """
SELECT (SELECT md5(string_agg(relname, ',' ORDER BY relname)) FROM pg_class),
       (SELECT md5(string_agg(format('%s %s %s', attname, atttypid, attnotnull), ',' ORDER BY attrelid, attnum))
        FROM pg_attribute),
       (SELECT md5(string_agg(conname, ',' ORDER BY conname)) FROM pg_constraint),
       (SELECT count(*) FROM pg_proc),
       (SELECT string_agg(version_num, ',') FROM alembic_version)
"""

_WRITTEN_TO = """
SELECT quote_ident(relname) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
"""

_NUMBERS_FROM_THE_START = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL
"""


class Reusable:
    """A migrated database that can be lent to one test after another; `url` names it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", pool_size=1)
        with self._engine.connect() as db:
            self._shape = _shape(db)
            self._pristine = not _written_to(db)

    def as_good_as_new(self) -> bool:
        """End what a test left open and forget its rows; False when that would not make it as it was."""
        try:
            with self._engine.connect() as db:
                db.execute(sa.text(_OTHERS_OUT))
                if not self._pristine or _shape(db) != self._shape:
                    return False
                _forget_rows(db)
                return not _written_to(db)
        except sa.exc.DBAPIError:  # for instance a given server whose user is no superuser
            return False

    def close(self) -> None:
        """Hang up."""
        self._engine.dispose()


def _forget_rows(db: sa.Connection) -> None:
    written = _written_to(db)
    if written:
        # Foreign keys are kept by triggers, which this sets aside: the order of tables does not matter.
        db.exec_driver_sql("SET session_replication_role = replica")
        for table in written:
            db.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - quoted by the database
        db.exec_driver_sql(f"VACUUM (TRUNCATE) {', '.join(written)}")
    db.execute(sa.text(_NUMBERS_FROM_THE_START))


def _shape(db: sa.Connection) -> tuple[object, ...]:
    return tuple(db.execute(sa.text(_SHAPE)).one())


def _written_to(db: sa.Connection) -> list[str]:
    return list(db.scalars(sa.text(_WRITTEN_TO)))
