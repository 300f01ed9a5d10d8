"""helpdesk/people/officials.py."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.officials import (
    CannotAddOfficial,
    Official,
    add,
    by_phone,
    change_email,
    change_password,
    leaders_of,
    officers_of,
)
from helpdesk.people.passwords import PasswordTooShort
from helpdesk.people.tables import Role, officials, teams
from helpdesk.places.tables import communes
from tests.support.web_login import accepts

OFFICER, LEADER, STRANGER = "0912345678", "0987654321", "0356789012"


@pytest.fixture
def commune_id(db: sa.Connection) -> int:
    row = communes.insert().values(code="thuong-trach", name="Thượng Trạch").returning(communes.c.id)
    return int(db.execute(row).scalar_one())


@pytest.fixture
def team_id(db: sa.Connection, commune_id: int) -> int:
    row = teams.insert().values(commune_id=commune_id, name="Tổ 1").returning(teams.c.id)
    return int(db.execute(row).scalar_one())


def _stored(db: sa.Connection, official: Official) -> Any:
    query = sa.select(officials.c.password, officials.c.fs_uniquifier).where(officials.c.id == official.id)
    return db.execute(query).one()


def test_an_official_is_added_with_a_password_for_one_login(
    db: sa.Connection, clock: FixedClock, commune_id: int
) -> None:
    official, password = add(
        db,
        phone=OFFICER,
        name=" Hồ Văn Cán ",
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=clock.now(),
    )
    assert official == Official(
        official.id, commune_id, None, "+84912345678", "Hồ Văn Cán", Role.OFFICER, True, None, False
    )
    assert official.must_change_password
    stored = _stored(db, official)
    assert password not in stored.password
    assert accepts(password, stored.password)
    assert not accepts(password + "x", stored.password)


@pytest.mark.parametrize("written", ["0912345678", "+84912345678", "0912.345.678", "84 912 345 678"])
def test_an_official_is_found_however_the_phone_is_written(
    db: sa.Connection, clock: FixedClock, commune_id: int, written: str
) -> None:
    official, _ = add(
        db,
        phone=OFFICER,
        name="Cán",
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=clock.now(),
    )
    assert by_phone(db, written) == official
    assert by_phone(db, STRANGER) is None


def test_a_phone_belongs_to_one_official(db: sa.Connection, clock: FixedClock, commune_id: int) -> None:
    def adding(phone: str) -> None:
        add(
            db,
            phone=phone,
            name="Cán",
            role=Role.OFFICER,
            commune_id=commune_id,
            team_id=None,
            now=clock.now(),
        )

    adding(OFFICER)
    with pytest.raises(CannotAddOfficial, match="there already"):
        adding("+84 912 345 678")


@pytest.mark.parametrize(
    ("phone", "name", "role", "in_commune", "why"),
    [
        ("8088", "Cán", Role.OFFICER, True, "the phone is not a valid number; write it like 0912345678"),
        (OFFICER, "  ", Role.OFFICER, True, "the name is empty"),
        (OFFICER, "Cán", Role.OFFICER, False, "the role officer needs a commune"),
        (OFFICER, "Cán", Role.LEADER, True, "the role leader needs a team"),
    ],
)
def test_an_official_who_cannot_work_is_refused_with_the_reason(
    db: sa.Connection,
    clock: FixedClock,
    commune_id: int,
    phone: str,
    name: str,
    role: Role,
    in_commune: bool,
    why: str,
) -> None:
    with pytest.raises(CannotAddOfficial) as refused:
        add(
            db,
            phone=phone,
            name=name,
            role=role,
            commune_id=commune_id if in_commune else None,
            team_id=None,
            now=clock.now(),
        )
    assert str(refused.value) == why


def test_a_leader_leads_a_team_of_the_own_commune_only(
    db: sa.Connection, clock: FixedClock, commune_id: int, team_id: int
) -> None:
    row = communes.insert().values(code="dan-hoa", name="Dân Hóa").returning(communes.c.id)
    elsewhere = db.execute(row).scalar_one()
    with pytest.raises(CannotAddOfficial, match="does not belong"):
        add(
            db,
            phone=LEADER,
            name="Trưởng",
            role=Role.LEADER,
            commune_id=elsewhere,
            team_id=team_id,
            now=clock.now(),
        )


def test_an_admin_may_belong_to_no_commune(db: sa.Connection, clock: FixedClock) -> None:
    admin, _ = add(
        db, phone=OFFICER, name="Quản", role=Role.ADMIN, commune_id=None, team_id=None, now=clock.now()
    )
    assert (admin.commune_id, admin.role) == (None, Role.ADMIN)


def test_leaders_and_officers_are_told_apart_and_those_who_left_are_left_out(
    db: sa.Connection, clock: FixedClock, commune_id: int, team_id: int
) -> None:
    def adding(phone: str, role: Role, team: int | None) -> Official:
        return add(
            db, phone=phone, name="Ai", role=role, commune_id=commune_id, team_id=team, now=clock.now()
        )[0]

    officer = adding(OFFICER, Role.OFFICER, team_id)
    leader = adding(LEADER, Role.LEADER, team_id)
    gone = adding(STRANGER, Role.LEADER, team_id)
    db.execute(officials.update().where(officials.c.id == gone.id).values(active=False))
    assert leaders_of(db, team_id) == [leader]
    assert officers_of(db, commune_id) == [officer]
    assert leaders_of(db, team_id + 1) == officers_of(db, commune_id + 1) == []
    found = by_phone(db, STRANGER)
    assert found is not None
    assert found.active is False


def test_a_changed_password_ends_every_login(db: sa.Connection, clock: FixedClock, commune_id: int) -> None:
    official, first = add(
        db,
        phone=OFFICER,
        name="Cán",
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=clock.now(),
    )
    before = _stored(db, official)
    change_password(db, official.id, "mười ký tự trở lên", now=clock.now())
    after = _stored(db, official)
    assert accepts("mười ký tự trở lên", after.password)
    assert not accepts(first, after.password)
    assert after.fs_uniquifier != before.fs_uniquifier
    found = by_phone(db, OFFICER)
    assert found is not None
    assert found.password_set_at == clock.now()
    assert not found.must_change_password


def test_a_short_password_is_refused(db: sa.Connection, clock: FixedClock) -> None:
    with pytest.raises(PasswordTooShort):
        change_password(db, 1, "123456789", now=clock.now())


def test_an_official_may_have_an_e_mail_address(
    db: sa.Connection, clock: FixedClock, commune_id: int
) -> None:
    official, _ = add(
        db,
        phone=OFFICER,
        name="Cán",
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=clock.now(),
        email=" can.bo@example.vn ",
    )
    assert official.email == "can.bo@example.vn"
    assert by_phone(db, OFFICER) == official
    for changed in ("other@example.vn", None):
        change_email(db, official.id, changed)
        assert by_phone(db, OFFICER) == replace(official, email=changed)
    with pytest.raises(CannotAddOfficial):
        change_email(db, official.id, "other")


@pytest.mark.parametrize(
    "email", ["", "can.bo", "Cán <can.bo@example.vn>", "a@example.vn\nBcc: b@example.vn"]
)
def test_an_e_mail_address_that_is_none_is_refused(
    db: sa.Connection, clock: FixedClock, commune_id: int, email: str
) -> None:
    with pytest.raises(CannotAddOfficial, match="e-mail address is not valid"):
        add(
            db,
            phone=OFFICER,
            name="Cán",
            role=Role.OFFICER,
            commune_id=commune_id,
            team_id=None,
            now=clock.now(),
            email=email,
        )
    assert by_phone(db, OFFICER) is None
