"""helpdesk/conversation/script/place_room.py."""

import sqlalchemy as sa

from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.place_room import places_too_long
from helpdesk.places import sample
from tests.support import builders


def test_a_name_longer_than_messages_have_room_for_is_told_as_it_is_spoken(db: sa.Connection) -> None:
    commune = builders.commune(db)
    places = [builders.place(db, commune, name) for name in ("Tuộc", "Cà Roòng Thượng Trung Hạ")]
    assert places_too_long(load(), places)[0] == "bản Cà Roòng Thượng Trung Hạ"


def test_the_sample_has_room() -> None:
    assert places_too_long(load(), sample.without_database()) == []
