"""Probes."""

from pathlib import Path

import sqlalchemy as sa

from tests.support.service import Service


def test_a_process_that_answers_is_alive(plain: Service) -> None:
    answer = plain.client.get("/health/live")
    assert (answer.status_code, answer.text) == (200, "ok\n")


def test_a_migrated_database_is_ready(service: Service) -> None:
    answer = service.client.get("/health/ready")
    assert (answer.status_code, answer.text) == (200, "ready\n")


def test_an_older_database_is_not_ready_and_says_what_to_do(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = 'older'"))
    answer = service.client.get("/health/ready")
    assert (answer.status_code, answer.text) == (503, "database: not migrated, run `helpdesk db upgrade`\n")


def test_a_database_that_is_away_is_not_ready_and_says_no_more(plain: Service) -> None:
    plain.engine.dispose()
    database = Path(str(plain.engine.url.database))
    database.rename(database.with_suffix(".gone"))
    database.mkdir()
    answer = plain.client.get("/health/ready")
    assert (answer.status_code, answer.text) == (503, "database: OperationalError\n")
    assert plain.client.get("/health/live").status_code == 200


def test_redis_is_no_part_of_being_ready(plain: Service) -> None:
    assert plain.runtime.redis is None
    assert plain.client.get("/health/ready").status_code == 200
