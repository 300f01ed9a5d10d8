"""A commune with one of everything that an official may see, in words that stand nowhere else: what must not leak."""

from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.changed_days.day_changes import call_off
from helpdesk.booking.changed_days.effect import take_effect
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.openings import Opening, from_day, on_day
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import local_date
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.contacts import change, meet
from helpdesk.people.fact_changes import tell
from helpdesk.people.tables import teams
from helpdesk.places.closed_day_table import say_of
from helpdesk.places.communes import all_communes, commune_called
from helpdesk.places.facts import Fact
from helpdesk.settings import Timetable
from helpdesk.store.base import metadata
from helpdesk.tickets.calls import NewCall, open_call
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket
from tests.support import builders
from tests.support.service import Service

OWN, OTHER = "thuong-trach", "dan-hoa"
"""The commune that is filled, and the one whose officials must not see it."""

PHONE = "+84387654321"
"""Of somebody who has to do with the filled commune only."""

OTHER_PHONE = "+84387654322"
NAME = "Hồ Thị Ngọc Quỳnh"
CAME = "Cao Thị Bích Đào"
WAITS = "Đinh Văn Khoai"
TEAM = "Tổ suối Rào"
REASON = "lễ đập trống"
QUESTION = "toi bi mat giay khai sinh"
HEARD = "qwrt zxpl"
FACT = "0232.3777.123"


@dataclass
class Marked:
    """What there is of the filled commune. `words` maps what each marker is to how it may stand on a page."""

    commune_id: int
    other_commune_id: int
    opening: Opening
    # Of the commune's team; the one above is at the centre.
    visit_today: Opening
    code: str
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def fill(service: Service) -> Marked:
    """Write it into a service with the sample communes."""
    now = service.clock.now()
    # A text whose topic nobody finds: shown, without names, to whoever looks after the understanding.
    service.text(PHONE, HEARD)
    with service.engine.begin() as db:
        known = all_communes(db)
        own, other = (commune_called(code, known) for code in (OWN, OTHER))
        assert own is not None
        assert other is not None
        contact = meet(db, PHONE, now=now)
        change(db, contact.id, commune_id=own.id, reach="call")
        db.execute(inbound_messages.update().values(commune_id=own.id))
        db.execute(teams.update().where(teams.c.commune_id == own.id).values(name=TEAM))
        tomorrow = local_date(now) + timedelta(days=1)
        coming = from_day(db, tomorrow, commune_id=own.id, at_most=30)
        # At the centre: what the team goes to is its leader's, too.
        opening, full, held, called_off = [one for one in coming if one.team_id is None][:4]
        booked = changes.book(
            db,
            opening,
            [(NAME, 1954)],
            contact_id=contact.id,
            now=now,
            timetable=Timetable(),
            chance=service.runtime.house.chance,
        )
        assert booked is not None
        call = NewCall(own.id, contact.id, booked.id, opening.id, "call:marked", "", opening.starts_at)
        open_call(db, call, now=now)
        for kind in (TicketKind.QUESTION, TicketKind.ERASURE):
            open_ticket(db, kind, contact_id=contact.id, commune_id=own.id, text=QUESTION, now=now)
        say_of(db, own.id, tomorrow + timedelta(days=12), reason=REASON, works=False)
        tell(db, Fact(own.id, "hotline", FACT, "sổ trực"), official_id=None, now=now)
        _in_trouble(db, contact.id, own.id, service)
        (today,) = on_day(db, local_date(now), commune_id=own.id)
        with_phone = {"contact_id": contact.id, "timetable": Timetable()}
        assert changes.book(db, today, [(CAME, 1960)], now=now - timedelta(days=1), **with_phone)  # type: ignore[arg-type]
        for one in (held, called_off):
            assert changes.book(db, one, [(NAME, 1954)], now=now, **with_phone)  # type: ignore[arg-type]
        _wait(db, contact.id, full, service)
        _call_off(db, held.id, service, undo_for=timedelta(minutes=10))
        change_id = _call_off(db, called_off.id, service, undo_for=timedelta(0))
        assert take_effect(db, change_id, now=now, timetable=Timetable())
    return Marked(
        own.id,
        other.id,
        opening,
        today,
        booked.code,
        {
            "name": (NAME, "Ho Thi Ngoc Quynh"),
            "who is to come today": (CAME,),
            "who waits": (WAITS,),
            "phone": (PHONE, "0387654321", "0387 654 321"),
            "another phone": (OTHER_PHONE, "0387654322", "0387 654 322"),
            "code": (booked.code,),
            "commune": ("Thượng Trạch", "Thuong Trach", "thuong-trach"),
            "team": (TEAM,),
            "closed day": (REASON,),
            "question": (QUESTION,),
            "text": (HEARD,),
            "fact": (FACT,),
        },
    )


def _in_trouble(db: sa.Connection, contact_id: int, commune_id: int, service: Service) -> None:
    """A message that failed, the phone being off."""
    now = service.clock.now()
    draft = Draft(
        intent_key="test:marked",
        kind=Kind.NOTICE,
        gateway_id=builders.gateway(db, "simulator", address="8888").id,
        recipient=PHONE,
        text="Mai nho den",
        due_at=now,
        contact_id=contact_id,
        commune_id=commune_id,
    )
    message_id = post(db, draft, now=now)
    failed = {"state": State.FAILED.value, "code": "30003", "settled_at": now, "attempts": 1}
    db.execute(outbound_messages.update().where(outbound_messages.c.id == message_id).values(failed))


def _wait(db: sa.Connection, contact_id: int, opening: Opening, service: Service) -> None:
    """Places are held for somebody, and somebody else waits."""
    now = service.clock.now()
    for number, contact in enumerate((contact_id, meet(db, OTHER_PHONE, now=now).id)):
        wait_id = join(
            db,
            [(WAITS, 1970)],
            contact_id=contact,
            commune_id=opening.commune_id,
            place_id=opening.place_id,
            opening=opening,
            now=now,
        )
        assert wait_id is not None
        assert number or make_offer(db, wait_id, opening.id, now=now)


def _call_off(db: sa.Connection, opening_id: int, service: Service, *, undo_for: timedelta) -> int:
    change = call_off(
        db,
        opening_id,
        reason=Reason.RAIN,
        moves_on=False,
        official_id=None,
        now=service.clock.now(),
        undo_for=undo_for,
    )
    return change.id


def ids_of(db: sa.Connection, table: str, commune_id: int) -> list[int]:
    """The rows of a table that belong to a commune; of persons those that are booked there, the most taken openings first."""
    if table == "communes":
        return [commune_id]
    rows = metadata.tables[table]
    if table in ("persons", "booked_persons"):
        bookings, booked = metadata.tables["bookings"], metadata.tables["booked_persons"]
        wanted = booked.c.person_id if table == "persons" else booked.c.id
        query = sa.select(wanted).join(bookings, bookings.c.id == booked.c.booking_id)
        return list(db.execute(query.where(bookings.c.commune_id == commune_id)).scalars())
    if "commune_id" not in rows.c:
        return []
    query = sa.select(rows.c.id).where(rows.c.commune_id == commune_id)
    return list(
        db.execute(query.order_by(rows.c.taken.desc() if table == "openings" else rows.c.id)).scalars()
    )


def rows_without(db: sa.Connection, other_commune_id: int) -> dict[str, list[object]]:
    """All that there is but for what is of one commune, by table, to be compared with what there is later."""
    found: dict[str, list[object]] = {}
    for table in metadata.sorted_tables:
        query = sa.select(table).order_by(*table.primary_key.columns)
        if "commune_id" in table.c:
            query = query.where(table.c.commune_id.is_distinct_from(other_commune_id))
        elif table.name == "communes":
            query = query.where(table.c.id != other_commune_id)
        found[table.name] = [tuple(row) for row in db.execute(query)]
    return found


NAMED = ("places", "teams", "openings", "officials")
"""Whatever belongs to a commune names these of its own only. Bookings may move to another commune, contacts book in any."""


def strays(db: sa.Connection) -> list[str]:
    """Rows of one commune that name a place, a team, an opening or an official of another."""
    found = []
    for table in metadata.sorted_tables:
        for column in table.c if "commune_id" in table.c else ():
            for key in column.foreign_keys:
                if key.column.table.name not in NAMED:
                    continue
                named = key.column.table.alias()
                query = (
                    sa.select(table.c.id)
                    .join_from(table, named, named.c.id == column)
                    .where(table.c.commune_id != named.c.commune_id)
                )
                found += [
                    f"{table.name} {number}: its {column.name} is of another commune"
                    for number in db.execute(query).scalars()
                ]
    return found
