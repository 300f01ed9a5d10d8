"""Two communes at the command line: what is asked of one, and what is handed out for one, has nothing of the other."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.tables import openings
from helpdesk.cli.main import run
from helpdesk.clock import SystemClock, local_date
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people import officials
from helpdesk.people.tables import Role, teams
from helpdesk.places.communes import places_by_id
from helpdesk.places.tables import places
from helpdesk.settings import Timetable
from helpdesk.store.engine import open_database
from tests.support import builders

Said = pytest.CaptureFixture[str]


@dataclass(frozen=True)
class Side:
    """A commune of the test: its leader's phone, who is booked, and a village that only it has."""

    commune: str
    leader: str
    resident: builders.Someone
    village: str


SIDES = (
    Side("Thượng Trạch", "+84900000101", builders.Someone("Hồ Thị Mai", "+84912345601"), "Cà Roòng 1"),
    Side("Dân Hóa", "+84900000102", builders.Someone("Cao Văn Lực", "+84912345605"), "Y Leng"),
)
DAY = local_date(SystemClock().now()) + timedelta(days=2)


@pytest.fixture
def engine(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """Two communes, each with a village Tuộc, to which its team goes and where somebody is booked."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    engine = open_database(sqlite_url)
    with engine.begin() as db:
        way = builders.gateway(db, "simulator", address="8888")
        db.execute(sa.text("UPDATE gateways SET bulk = 1 WHERE id = :id"), {"id": way.id})
        for side in SIDES:
            _write(db, side)
    return engine


def _write(db: sa.Connection, side: Side) -> None:
    now = SystemClock().now()
    commune_id = builders.commune(db, side.commune)
    builders.place(db, commune_id, side.village)
    row = {"commune_id": commune_id, "code": f"tuoc-{commune_id}", "kind": "village", "name": "Tuộc"}
    made = db.execute(places.insert().values(row).returning(places.c.id)).scalar_one()
    opening = builders.opening(db, places_by_id(db, [made])[0], day=DAY)
    team = {"commune_id": commune_id, "name": f"Tổ {side.commune}"}
    team_id = db.execute(teams.insert().values(team).returning(teams.c.id)).scalar_one()
    db.execute(openings.update().where(openings.c.id == opening.id).values(team_id=team_id))
    who = {"phone": side.leader, "name": f"Tổ trưởng {side.commune}", "role": Role.LEADER}
    officials.add(db, **who, commune_id=commune_id, team_id=team_id, now=now)  # type: ignore[arg-type]
    contact = builders.contact(db, side.resident, now=now)
    people = [(side.resident.name, 1950)]
    assert changes.book(db, opening, people, contact_id=contact.id, now=now, timetable=Timetable())


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("own", "other"), [SIDES, SIDES[::-1]])
def test_the_list_of_a_place_is_of_its_own_commune(own: Side, other: Side, capsys: Said) -> None:
    code = f"tuoc-{SIDES.index(own) + 1}"
    for form in ("text", "sms", "csv", "html"):
        assert run(["list", "show", "--place", code, "--date", DAY.isoformat(), "--format", form]) == 0
        said = capsys.readouterr().out
        assert own.resident.phone[-3:] in said
        assert not any(
            word in said for word in (other.resident.name, other.resident.phone[3:], other.commune)
        )


@pytest.mark.usefixtures("engine")
def test_a_name_that_both_communes_have_is_asked_about_not_guessed(capsys: Said) -> None:
    assert run(["list", "show", "--place", "Tuộc", "--date", DAY.isoformat()]) == 1
    said = capsys.readouterr()
    assert (said.out, "tuoc-1" in said.err, "tuoc-2" in said.err) == ("", True, True)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("own", "other"), [SIDES, SIDES[::-1]])
def test_visits_are_proposed_and_published_for_the_commune_that_is_named(
    own: Side, other: Side, capsys: Said
) -> None:
    assert run(["visits", "plan", "--commune", own.commune, "--weeks", "4", "--publish"]) == 0
    assert run(["openings", "export"]) == 0
    said = capsys.readouterr().out
    assert (own.village in said, other.village in said) == (True, False)


def test_each_leader_gets_the_lists_of_the_own_team_and_each_folder_holds_one_commune_a_file(
    engine: sa.Engine, tmp_path: Path
) -> None:
    assert run(["list", "send", "--date", DAY.isoformat()]) == 0
    m = outbound_messages.c
    with engine.connect() as db:
        sent = {row.recipient: row.text for row in db.execute(sa.select(m.recipient, m.text))}
    assert sent.keys() == {side.leader for side in SIDES}
    files = [file.read_text(errors="replace") for file in sorted((tmp_path / "outgoing").rglob("*.csv"))]
    assert len(files) == len(SIDES)
    for own, other in (SIDES, SIDES[::-1]):
        assert own.resident.phone[-3:] in sent[own.leader]
        assert other.resident.phone[3:] not in sent[own.leader]
        assert [own.resident.name in file for file in files] == [
            other.resident.name not in file for file in files
        ]
