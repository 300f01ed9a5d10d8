"""Gateways that are only dialled: they answer, and nothing that we start leaves by them."""

import pytest
import sqlalchemy as sa

from helpdesk.messaging.gateways import active, change, ensure, is_dialled, pick


@pytest.mark.parametrize(
    ("channel", "dialled"),
    [("ussd", True), ("africastalking/ussd", True), ("africastalking", False), ("twilio", False)],
)
def test_a_channel_says_by_its_name_whether_it_is_dialled(channel: str, dialled: bool) -> None:
    assert is_dialled(channel) is dialled


def test_no_phone_is_texted_by_one(db: sa.Connection) -> None:
    ensure(db, channel="ussd", address="*123#")
    with pytest.raises(LookupError):
        pick(active(db))
    ensure(db, channel="twilio", address="+15005550006")
    assert pick(active(db)).channel == "twilio"
    assert pick(active(db), channel="ussd").address == "*123#"


def test_its_price_and_commune_can_be_set_like_any_others(db: sa.Connection) -> None:
    ensure(db, channel="ussd", address="*123#")
    (way,) = active(db)
    change(db, way, vnd_per_segment=0)
    assert active(db)[0].vnd_per_segment == 0
