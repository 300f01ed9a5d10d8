"""helpdesk/messaging/gateways.py."""

import pytest
import sqlalchemy as sa

from helpdesk.messaging.gateways import Gateway, active, ensure, pick
from helpdesk.messaging.tables import gateways

SHARED = Gateway(1, "twilio", "+15005550006", None, True, 60)
OWN = Gateway(2, "android", "+84911111111", 7, True, 10)
OTHER = Gateway(3, "android", "+84922222222", 8, True, 10)
WAYS = [OTHER, SHARED, OWN]


@pytest.mark.parametrize(
    ("channel", "commune_id", "chosen"),
    [
        (None, 7, OWN),
        (None, 9, SHARED),
        (None, None, SHARED),
        ("android", 7, OWN),
        ("android", 9, OTHER),
        ("twilio", 7, SHARED),
    ],
)
def test_the_communes_own_way_comes_before_a_shared_one(
    channel: str | None, commune_id: int | None, chosen: Gateway
) -> None:
    assert pick(WAYS, channel=channel, commune_id=commune_id) == chosen


def test_without_a_way_there_is_no_guess() -> None:
    with pytest.raises(LookupError):
        pick(WAYS, channel="kannel")
    with pytest.raises(LookupError):
        pick([])


def test_what_an_operator_changed_is_left_as_it_is(db: sa.Connection) -> None:
    ensure(db, channel="twilio", address="+15005550006")
    ensure(db, channel="simulator", address="8888")
    db.execute(gateways.update().where(gateways.c.channel == "twilio").values(pace_per_minute=5))
    db.execute(gateways.update().where(gateways.c.channel == "simulator").values(active=False))
    ensure(db, channel="twilio", address="+15005550006")
    ensure(db, channel="simulator", address="8888")
    (way,) = active(db)
    assert (way.channel, way.pace_per_minute) == ("twilio", 5)


@pytest.mark.parametrize("commune_id", [None, 7, 9])
def test_no_phone_is_ever_reached_by_e_mail(commune_id: int | None) -> None:
    mailbox = Gateway(0, "email", "xa@example.vn", 7, False, 60)
    assert pick([mailbox, *WAYS], commune_id=commune_id) == pick(WAYS, commune_id=commune_id)
    assert pick([mailbox, *WAYS], channel="email", commune_id=commune_id) == mailbox
    with pytest.raises(LookupError):
        pick([mailbox], commune_id=commune_id)


def test_nobody_can_answer_an_e_mail_gateway(db: sa.Connection) -> None:
    ensure(db, channel="email", address="xa@example.vn")
    ensure(db, channel="twilio", address="+15005550006")
    assert [(way.channel, way.two_way, way.reaches_phones) for way in active(db)] == [
        ("email", False, False),
        ("twilio", True, True),
    ]
