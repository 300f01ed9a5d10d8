"""helpdesk/people/sample.py."""

from collections.abc import Mapping

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people import sample
from helpdesk.people.officials import by_phone, change_password, leaders_of, officers_of
from helpdesk.people.tables import Role, officials, teams
from helpdesk.places import sample as sample_places
from helpdesk.places.tables import communes
from tests.support.web_login import accepts

PASSWORD = "mau-thu-2026"


def _communes(db: sa.Connection) -> Mapping[str, int]:
    return {row.code: row.id for row in db.execute(sa.select(communes.c.code, communes.c.id))}


def test_each_sample_commune_has_an_officer_and_a_team_with_a_leader(
    db: sa.Connection, clock: FixedClock
) -> None:
    sample_places.load(db)
    sample.load(db, now=clock.now(), password=PASSWORD)
    for code, commune_id in _communes(db).items():
        team_id = db.execute(sa.select(teams.c.id).where(teams.c.commune_id == commune_id)).scalar_one()
        (officer,), (leader,) = officers_of(db, commune_id), leaders_of(db, team_id)
        assert officer.name.startswith("Cán bộ mẫu"), code
        assert (leader.role, leader.commune_id) == (Role.LEADER, commune_id)
        assert not officer.must_change_password
    assert set(db.execute(sa.select(officials.c.sample)).scalars()) == {True}


def test_the_known_password_opens_the_officials_pages(db: sa.Connection, clock: FixedClock) -> None:
    sample_places.load(db)
    sample.load(db, now=clock.now(), password=PASSWORD)
    rows = db.execute(sa.select(officials.c.phone, officials.c.password)).all()
    assert sorted(row.phone for row in rows) == [f"+8490000000{n}" for n in range(1, 5)]
    assert all(accepts(PASSWORD, row.password) for row in rows)


def test_loading_again_adds_nobody_and_leaves_a_changed_password(
    db: sa.Connection, clock: FixedClock
) -> None:
    sample_places.load(db)
    sample.load(db, now=clock.now(), password=PASSWORD)
    officer = by_phone(db, "0900000001")
    assert officer is not None
    change_password(db, officer.id, "mật khẩu của tôi", now=clock.now())
    before = db.execute(sa.select(officials).order_by(officials.c.id)).all()
    sample.load(db, now=clock.now(), password=PASSWORD)
    assert db.execute(sa.select(officials).order_by(officials.c.id)).all() == before


def test_a_real_commune_gets_no_sample_officials(db: sa.Connection, clock: FixedClock) -> None:
    db.execute(communes.insert().values(code="that", name="Xã thật", sample=False))
    sample.load(db, now=clock.now(), password=PASSWORD)
    assert db.execute(sa.select(sa.func.count()).select_from(officials)).scalar_one() == 0
