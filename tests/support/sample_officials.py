"""The sample officials by what they are in a test; all share tests.support.sample_data.PASSWORD."""

from helpdesk.people import officials
from helpdesk.people.tables import Role
from tests.support.service import Service

OFFICER = "+84900000001"
"""At a desk in Thượng Trạch."""

LEADER = "+84900000002"
"""Leads the mobile team of Thượng Trạch."""

STRANGER = "+84900000003"
"""Officer of Dân Hóa, who must see nothing of Thượng Trạch."""

ADMIN = "+84900000009"
"""Of every commune; not in the sample data: `add_admin`."""


def add_admin(service: Service, *, password: str | None = None) -> str:
    """Add the admin; the one-time password, or `password`, which is then the admin's own."""
    now = service.clock.now()
    with service.engine.begin() as db:
        admin, one_time = officials.add(
            db, phone=ADMIN, name="Lê Thị Quản Trị", role=Role.ADMIN, commune_id=None, team_id=None, now=now
        )
        if password is None:
            return one_time
        officials.change_password(db, admin.id, password, now=now)
    return password
