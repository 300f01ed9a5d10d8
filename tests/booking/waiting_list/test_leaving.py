"""helpdesk/booking/waiting_list/leaving.py: off the list, with all that was held."""

import sqlalchemy as sa

from helpdesk.booking.waiting_list.answering import Answered
from helpdesk.booking.waiting_list.leaving import leave, leave_all
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits
from helpdesk.people.tables import contacts
from tests.support.builders import RESIDENT
from tests.support.waiting_village import Village


def test_leaving_gives_back_what_is_held_and_forgets_the_names(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(2)
    offer = village.offer(wait)
    assert [leave(village.db, wait, now=village.now) for _ in "ab"] == [True, False]
    assert (village.taken(), village.state(wait)) == (3, WaitState.LEFT)
    assert village.accept(offer) is Answered.GONE
    assert village.db.execute(sa.select(waits.c.people)).scalar() is None


def test_nothing_is_left_of_who_is_erased(village: Village) -> None:
    village.wait(RESIDENT)
    village.free(1)
    leave_all(village.db, village.contact(RESIDENT), now=village.now)
    assert village.db.execute(sa.select(waits.c.people).where(waits.c.people.is_not(None))).all() == []
    assert village.db.execute(sa.select(contacts.c.id)).all() != []
