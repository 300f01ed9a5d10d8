"""helpdesk/conversation/field_marks.py: a team leader says by SMS who came."""

from datetime import datetime

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.bookings import Booking
from helpdesk.booking.tables import openings
from helpdesk.conversation.field_marks import Marks, read_marks
from helpdesk.people import officials
from helpdesk.people.tables import Role, audit_entries, teams
from helpdesk.people.tables import officials as officials_table
from helpdesk.text.segments import measure
from tests.conversation.talk import asked, book, say, steps
from tests.support.builders import LEADER, PROXY, RESIDENT, STRANGER, Someone
from tests.support.service import Service


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("DEN 12345", Marks(Outcome.CAME, (("12345", ()),))),
        ("Đến 12345.", Marks(Outcome.CAME, (("12345", ()),))),
        ("vang 12345 2", Marks(Outcome.ABSENT, (("12345", (2,)),))),
        ("Vắng 12345 2 3, 23456", Marks(Outcome.ABSENT, (("12345", (2, 3)), ("23456", ())))),
        ("xong thẻ 12345", Marks(Outcome.TAKEN_WITH_CARD, (("12345", ()),))),
        ("XONG 12345 23456", Marks(Outcome.TAKEN, (("12345", ()), ("23456", ())))),
        ("kich hoat 12345", Marks(Outcome.ACTIVATED, (("12345", ()),))),
        ("sua 12345", Marks(None, (("12345", ()),))),
        ("den", None),
        ("den 1234", None),
        ("den 123456", None),
        ("toi den 12345", None),
        ("vang", None),
        ("xong roi", None),
        ("12345", None),
    ],
)
def test_only_this_form_is_read(text: str, marks: Marks | None) -> None:
    assert read_marks(text) == marks


def official(service: Service, who: Someone, commune_id: int, *, role: Role = Role.LEADER) -> int:
    """Someone as an official of a commune, a leader with a team of his own; the team's id, or 0."""
    with service.engine.begin() as db:
        row = {"commune_id": commune_id, "name": f"Đội của {who.name}"}
        team = int(db.execute(teams.insert().values(row).returning(teams.c.id)).scalar_one())
        officials.add(
            db,
            phone=who.phone,
            name=who.name,
            role=role,
            commune_id=commune_id,
            team_id=team,
            now=service.clock.now(),
        )
    return team


def visit(service: Service, *people: str) -> Booking:
    """A booking of the resident, on the day, at an opening of the leader's team."""
    booked = book(service, opening=1, names=", ".join(people))
    team = official(service, LEADER, booked.opening.commune_id)
    with service.engine.begin() as db:
        own = openings.update().where(openings.c.id == booked.opening.id)
        db.execute(own.values(team_id=team))
    service.clock.set(datetime(2026, 12, 2, 9))  # noqa: DTZ001 - commune time
    return booked


def outcomes(service: Service, booked: Booking) -> list[Outcome | None]:
    with service.engine.connect() as db:
        return [one.outcome for one in attendance_in(db, [booked.opening.id])]


def test_the_leader_marks_a_household_person_by_person_and_is_told_whom(service: Service) -> None:
    booked = visit(service, "Ho Thi Mai 1954", "Ho Van Nam 1980", "Ho Van Tu 1983")
    assert say(service, f"DEN {booked.code}", who=LEADER) == (
        "Da ghi da den: Ho Thi Mai 1954, Ho Van Nam 1980, Ho Van Tu 1983."
    )
    say(service, f"XONG {booked.code} 1 3", who=LEADER)
    assert outcomes(service, booked) == [Outcome.TAKEN, Outcome.CAME, Outcome.TAKEN]
    assert steps(say(service, f"SUA {booked.code} 3", who=LEADER)) == ["field_marks.done"]
    assert outcomes(service, booked) == [Outcome.TAKEN, Outcome.CAME, Outcome.CAME]
    with service.engine.connect() as db:
        who = sa.select(audit_entries.c.official_id).where(audit_entries.c.action.like("attendance.%"))
        leader = sa.select(officials_table.c.id).where(officials_table.c.phone == LEADER.phone)
        assert set(db.execute(who).scalars()) == {db.execute(leader).scalar()}


def test_what_cannot_be_noted_is_told_by_its_code(service: Service) -> None:
    booked = visit(service, "Ho Thi Mai 1954", "Ho Van Nam 1980")
    other = "00000" if booked.code != "00000" else "11111"
    answer = say(service, f"DEN {booked.code} 1 {other}", who=LEADER)
    assert (steps(answer), other in answer, booked.code in answer) == (["field_marks.some"], True, False)
    say(service, f"XONG {booked.code} 1", who=LEADER)
    assert steps(say(service, f"VANG {booked.code} 1", who=LEADER)) == ["field_marks.nothing"]
    assert steps(say(service, f"VANG {booked.code} 7", who=LEADER)) == ["field_marks.nothing"]
    assert outcomes(service, booked) == [Outcome.TAKEN, None]


@pytest.mark.parametrize("good", [True, False])
def test_however_many_codes_he_sends_the_answer_has_two_segments_at_most(
    service: Service, good: bool
) -> None:
    booked = visit(service, "Ho Thi Mai 1954", "Ho Van Nam 1980")
    codes = [str(code) for code in range(20_000, 20_200) if str(code) != booked.code]
    answer = say(service, f"DEN {booked.code if good else codes[0]} {' '.join(codes)}", who=LEADER)
    assert f"20000, 20001, 20002 va {len(codes) - 3} ma nua" in answer
    assert measure(answer).segments <= 2


def test_a_code_that_is_said_twice_is_told_once(service: Service) -> None:
    visit(service, "Ho Thi Mai 1954")
    assert say(service, "DEN 00000 00000 00000", who=LEADER).count("00000") == 1


def test_nobody_but_an_official_of_that_team_or_commune_marks_anybody(service: Service) -> None:
    booked = visit(service, "Ho Thi Mai 1954")
    other_commune = 3 - booked.opening.commune_id
    official(service, STRANGER, other_commune, role=Role.OFFICER)
    official(service, PROXY, booked.opening.commune_id)  # leads another team
    for who in (STRANGER, PROXY):
        assert steps(say(service, f"DEN {booked.code}", who=who)) == ["field_marks.nothing"]
    say(service, f"DEN {booked.code}", who=RESIDENT)
    assert outcomes(service, booked) == [None]
    with service.engine.begin() as db:
        db.execute(officials_table.update().values(active=False))
    say(service, f"DEN {booked.code}", who=LEADER)
    assert outcomes(service, booked) == [None]


def test_his_own_conversation_stays_as_it_is(service: Service) -> None:
    booked = visit(service, "Ho Thi Mai 1954")
    say(service, "DAT", who=LEADER)
    before = asked(service, LEADER)
    say(service, f"DEN {booked.code}", who=LEADER)
    assert (asked(service, LEADER), before) == (before, ("book", "where"))


def test_a_text_that_comes_days_late_is_still_meant_and_a_later_one_is_not(service: Service) -> None:
    booked = visit(service, "Ho Thi Mai 1954")
    found = []
    for day in (6, 5):
        service.clock.set(datetime(2026, 12, day, 9))  # noqa: DTZ001 - commune time
        say(service, f"VANG {booked.code}", who=LEADER)
        found += outcomes(service, booked)
    assert found == [None, Outcome.ABSENT]
