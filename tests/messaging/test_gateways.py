"""helpdesk/messaging/gateways.py."""

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import Capabilities
from helpdesk.messaging.gateways import CannotChange, Gateway, active, change, ensure, known, pick
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


def _capabilities(*, numeric: bool) -> Capabilities:
    return Capabilities(
        two_way=numeric, free_text=numeric, numeric_sender=numeric, bulk_allowed=not numeric, max_segments=10
    )


def test_a_gateway_begins_as_its_channel_says_it_can(db: sa.Connection) -> None:
    for address, numeric in (("+84912345690", True), ("XATTRACH", False)):
        ensure(db, channel="twilio", address=address, capabilities=_capabilities(numeric=numeric))
    number, name = active(db)
    assert (number.two_way, number.free_text, number.bulk, number.brand_name) == (True, True, False, False)
    assert (name.two_way, name.free_text, name.bulk, name.brand_name) == (False, False, True, True)


def test_lists_may_always_leave_by_e_mail(db: sa.Connection) -> None:
    ensure(db, channel="email", address="xa@example.vn", capabilities=_capabilities(numeric=True))
    (way,) = active(db)
    assert (way.bulk, way.brand_name) == (True, False)


ANSWERED_IN_WORDS = Gateway(1, "twilio", "+84912345690", None, True, 60)
TEMPLATES = Gateway(2, "twilio", "+84912345691", None, True, 60, free_text=False)
ONE_WAY = Gateway(3, "twilio", "XATTRACH", None, False, 60, free_text=False, brand_name=True)
OWN_NAME = Gateway(4, "twilio", "XADANHOA", 7, False, 60, free_text=False, brand_name=True)


@pytest.mark.parametrize(
    ("ways", "chosen"),
    [
        ([ONE_WAY, TEMPLATES, ANSWERED_IN_WORDS], ANSWERED_IN_WORDS),
        ([ONE_WAY, TEMPLATES], TEMPLATES),
        ([ANSWERED_IN_WORDS, OWN_NAME], OWN_NAME),
    ],
)
def test_of_the_communes_ways_one_that_she_can_answer_in_any_words_comes_first(
    ways: list[Gateway], chosen: Gateway
) -> None:
    assert pick(ways, commune_id=7) == chosen


@pytest.mark.parametrize(
    ("address", "values", "why"),
    [
        ("XATTRACH", {"two_way": True}, "XATTRACH is a name: nobody can text to it, so it is one-way"),
        ("XATTRACH", {"pace_per_minute": 0}, "the pace must be from 1 to 60000 messages a minute"),
        ("XATTRACH", {"vnd_per_segment": -1}, "the price must be from 0 to 1000000 dong"),
        ("XATTRACH", {"vnd_per_segment": 10**24}, "the price must be from 0 to 1000000 dong"),
        (
            "xa@example.vn",
            {"bulk": False},
            "an e-mail gateway carries lists one way and any text; only its pace and daily limit can be set",
        ),
    ],
)
def test_what_a_gateway_cannot_be_is_refused_whole(
    db: sa.Connection, address: str, values: dict[str, object], why: str
) -> None:
    ensure(db, channel="twilio", address="XATTRACH", capabilities=_capabilities(numeric=False))
    ensure(db, channel="email", address="xa@example.vn")
    before = known(db)
    (way,) = [one for one in before if one.address == address]
    with pytest.raises(CannotChange) as refused:
        change(db, way, active=False, **values)
    assert str(refused.value) == why
    assert known(db) == before


def test_the_database_lets_no_name_be_two_way(database: sa.Engine) -> None:
    with database.begin() as db:
        ensure(db, channel="twilio", address="XATTRACH", capabilities=_capabilities(numeric=False))
    with database.connect() as db, pytest.raises(sa.exc.IntegrityError, match="nobody_answers_a_name"):
        db.execute(gateways.update().values(two_way=True))
