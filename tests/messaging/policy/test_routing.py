"""helpdesk/messaging/policy/routing.py: by which gateway a message leaves is decided when it leaves."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import Claimed, claim
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.messaging.templates import Template, register
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.statements import statements_of

NAME = "XATTRACH"
TEXT = "Nhac ba con: thu hai 7/12 tai ban Ca Roong 1."
WORDING = f"{NAME}: Nhac ba con: {{when}} tai {{place}}."

Claim = Callable[[], Claimed | None]
Make = Callable[..., Gateway]


@pytest.fixture
def take(database: sa.Engine, clock: FixedClock) -> Claim:
    def taken() -> Claimed | None:
        with database.begin() as db:
            return claim(db, now=clock.now(), channels=("twilio", "android", "simulator", "email"))

    return taken


@pytest.fixture
def make(database: sa.Engine) -> Make:
    """Makes a gateway of a channel and an address that can do what is said."""

    def made(channel: str, address: str, **values: Any) -> Gateway:
        with database.begin() as db:
            way = builders.gateway(db, channel, address=address)
            db.execute(gateways.update().where(gateways.c.id == way.id).values(active=True, **values))
        return way

    return made


@pytest.fixture
def brand(make: Make) -> Gateway:
    """A brand name: it takes registered wordings, and nobody can answer it."""
    return make("twilio", NAME, two_way=False, free_text=False, brand_name=True)


def _register(database: sa.Engine, way: Gateway, clock: FixedClock, *wordings: str) -> None:
    with database.begin() as db:
        register(db, way.id, [Template(wording) for wording in wordings], now=clock.now())


def test_a_registered_text_leaves_as_it_was_registered_and_is_kept_as_it_left(
    database: sa.Engine, brand: Gateway, write: Write, stored: Stored, take: Claim, clock: FixedClock
) -> None:
    _register(database, brand, clock, WORDING)
    message_id = write(gateway_id=brand.id, kind=Kind.REMINDER, text=TEXT)
    claimed = take()
    assert claimed is not None
    assert (claimed.channel, claimed.sender, claimed.text) == ("twilio", NAME, f"{NAME}: {TEXT}")
    row = stored(message_id)
    assert (row.text, row.encoding, row.segments) == (f"{NAME}: {TEXT}", "GSM-7", 1)


def test_with_the_name_in_front_it_may_cost_a_segment_more(
    database: sa.Engine, brand: Gateway, write: Write, stored: Stored, take: Claim, clock: FixedClock
) -> None:
    _register(database, brand, clock, f"{NAME}: Nhac ba con: {{what}}")
    message_id = write(gateway_id=brand.id, text="Nhac ba con: " + "x" * 147)
    assert stored(message_id).segments == 1
    assert take() is not None
    assert stored(message_id).segments == 2


def test_any_other_text_goes_another_way(
    database: sa.Engine, brand: Gateway, way: Gateway, write: Write, take: Claim, clock: FixedClock
) -> None:
    _register(database, brand, clock, WORDING)
    write(gateway_id=brand.id, text="Mai nghi.")
    claimed = take()
    assert claimed is not None
    assert (claimed.sender, claimed.text) == (way.address, "Mai nghi.")


@pytest.fixture
def two_communes(database: sa.Engine) -> tuple[int, int]:
    with database.begin() as db:
        return builders.commune(db), builders.commune(db, "Dân Hóa")


def test_another_way_is_the_communes_own_before_a_shared_one_and_never_another_communes(
    database: sa.Engine,
    brand: Gateway,
    make: Make,
    write: Write,
    take: Claim,
    two_communes: tuple[int, int],
    way: Gateway,
) -> None:
    own, other = two_communes
    make("android", "+84912345690", commune_id=other)
    mine = make("android", "+84912345691", commune_id=own)
    write(gateway_id=brand.id, commune_id=own)
    assert (claimed := take()) is not None
    assert claimed.sender == mine.address
    with database.begin() as db:
        db.execute(gateways.update().where(gateways.c.id == mine.id).values(active=False))
    write(gateway_id=brand.id, commune_id=own)
    assert (claimed := take()) is not None
    assert claimed.sender == way.address


@pytest.mark.parametrize(
    ("channel", "address"),
    [("simulator", "8888"), ("email", "xa@example.vn"), ("kannel", "8088")],
    ids=["a simulated phone", "e-mail", "a channel that is off"],
)
def test_no_other_way_is(
    make: Make,
    write: Write,
    stored: Stored,
    take: Claim,
    database: sa.Engine,
    brand: Gateway,
    channel: str,
    address: str,
) -> None:
    with database.begin() as db:
        db.execute(gateways.update().where(gateways.c.id != brand.id).values(active=False))
    make(channel, address)
    message_id = write(gateway_id=brand.id)
    assert take() is None
    row = stored(message_id)
    assert (row.state, row.code, row.attempts, row.gateway_id) == ("failed", "no_template", 0, brand.id)
    assert row.settled_at is not None


def test_what_was_meant_for_the_simulated_phone_reaches_no_real_one(
    make: Make, write: Write, stored: Stored, take: Claim, way: Gateway
) -> None:
    simulator = make("simulator", "8888", bulk=False)
    message_id = write(gateway_id=simulator.id, kind=Kind.LIST)
    assert way.bulk
    assert take() is None
    assert (stored(message_id).state, stored(message_id).code) == ("failed", "no_bulk")


def test_lists_leave_only_where_bulk_is_allowed(
    make: Make, write: Write, stored: Stored, take: Claim, way: Gateway, database: sa.Engine
) -> None:
    sim = make("android", "+84912345690", bulk=False)
    for kind in (Kind.REPLY, Kind.REMINDER, Kind.NOTICE):
        write(gateway_id=sim.id, kind=kind)
        assert (claimed := take()) is not None
        assert claimed.sender == sim.address
    write(gateway_id=sim.id, kind=Kind.LIST)
    assert (claimed := take()) is not None
    assert claimed.sender == way.address
    with database.begin() as db:
        db.execute(gateways.update().values(bulk=False))
    message_id = write(gateway_id=sim.id, kind=Kind.LIST)
    assert take() is None
    assert (stored(message_id).state, stored(message_id).code) == ("failed", "no_bulk")


def test_nothing_leaves_by_a_gateway_that_was_taken_out_of_use_while_it_waited(
    database: sa.Engine, make: Make, write: Write, stored: Stored, take: Claim, way: Gateway
) -> None:
    old = make("android", "+84912345690")
    write(gateway_id=old.id)
    with database.begin() as db:
        db.execute(gateways.update().where(gateways.c.id == old.id).values(active=False))
    assert (claimed := take()) is not None
    assert claimed.sender == way.address
    with database.begin() as db:
        db.execute(gateways.update().values(active=False))
    message_id = write(gateway_id=old.id)
    assert take() is None
    assert (stored(message_id).state, stored(message_id).code) == ("failed", "no_gateway")


def test_a_wording_registered_while_it_waited_counts_and_one_taken_away_does_not(
    database: sa.Engine, brand: Gateway, write: Write, stored: Stored, take: Claim, clock: FixedClock
) -> None:
    with database.begin() as db:
        db.execute(gateways.update().where(gateways.c.id != brand.id).values(active=False))
    first = write(gateway_id=brand.id, text=TEXT)
    _register(database, brand, clock, WORDING)
    assert take() is not None
    second = write(gateway_id=brand.id, text=TEXT)
    with database.begin() as db:
        db.execute(sa.text("DELETE FROM message_templates"))
    assert take() is None
    assert [stored(one).state for one in (first, second)] == ["sending", "failed"]


def test_a_gateway_that_takes_everything_is_asked_nothing_more(
    database: sa.Engine, write: Write, take: Claim
) -> None:
    write()
    with statements_of(database) as seen:
        assert take() is not None
    assert len(seen) == 4, "the row, the pace, the claim, the attempt"


@pytest.mark.parametrize(("price", "estimate"), [(None, None), (0, 0), (350, 700)])
def test_what_it_costs_is_kept_by_the_gateways_price_when_it_leaves(
    database: sa.Engine,
    write: Write,
    stored: Stored,
    take: Claim,
    price: int | None,
    estimate: int | None,
) -> None:
    message_id = write(text="x" * 161)
    with database.begin() as db:
        db.execute(gateways.update().values(vnd_per_segment=price))
    assert take() is not None
    handed_over = write(text="x" * 161, handed_over=True)
    with database.begin() as db:
        db.execute(gateways.update().values(vnd_per_segment=999))
    assert [(stored(one).segments, stored(one).estimated_vnd) for one in (message_id, handed_over)] == [
        (2, estimate)
    ] * 2


def test_an_answer_on_the_wire_that_must_be_sent_after_all_is_priced_as_it_leaves(
    database: sa.Engine, write: Write, stored: Stored, take: Claim
) -> None:
    message_id = write(handed_over=True)
    assert stored(message_id).estimated_vnd is None
    with database.begin() as db:
        db.execute(gateways.update().values(vnd_per_segment=350))
        db.execute(outbound_messages.update().values(state="queued"))
    assert take() is not None
    assert stored(message_id).estimated_vnd == 350
