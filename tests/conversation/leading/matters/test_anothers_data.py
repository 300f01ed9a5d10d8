"""helpdesk/conversation/leading/matters/anothers_data.py: nothing is deleted from another phone. All names are invented."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.builders import PROXY
from tests.support.one_database import on_sqlite
from tests.support.service import Service

HERS = "dk ho van a 1985 trung tam thuong trach thu 4"


def test_somebody_elses_data_are_not_deleted_from_this_phone(service: Service) -> None:
    say(service, HERS, "1")
    assert steps(say(service, "xoa thong tin cua ho van a giup", who=PROXY)) == ["erase_other.tell"]
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["xoa thong tin cua toi", "xoa", "xoa ten toi di"])
def test_her_own_are(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["erase.sure"]


@on_sqlite
def test_whom_she_booked_herself_is_no_stranger(service: Service) -> None:
    say(service, HERS, "1")
    assert steps(say(service, "xoa thong tin cua ho van a")) != ["erase_other.tell"]
