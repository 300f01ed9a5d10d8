"""helpdesk/conversation/leading/matters/weak_one.py: who cannot come, and where, stands on the request. All persons are invented."""

import sqlalchemy as sa

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
def test_who_and_where_stand_on_the_request_and_no_illness_does(service: Service) -> None:
    say(service, "me toi ten Ho Thi Co sinh 1940 o ban tuoc liet giuong khong di duoc")
    assert steps(say(service, "co")) == ["elderly_home.noted"]
    with service.engine.connect() as db:
        assert db.execute(sa.select(tickets.c.text)).scalar() == "Ho Thi Co 1940, bản Tuộc"
