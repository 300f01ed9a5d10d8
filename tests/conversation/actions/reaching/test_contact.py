"""helpdesk/conversation/actions/reaching/contact.py: what opting out means for who waits, is rung, or books afterwards."""

from helpdesk.booking.waiting_list.waiting import Wait, waits_of
from helpdesk.people.tables import Reach
from tests.conversation.talk import asked, contact_of, say, speaks, steps
from tests.support.builders import PROXY
from tests.support.service import Service

EIGHTEEN = ", ".join(f"Ho Van {letter} 19{60 + n}" for n, letter in enumerate("ABCDEGHIKLMNOPQRST"))
THREE = "Ho Thi B 1990, Ho Van C 1991, Ho Thi D 1992"


def _waiting(service: Service) -> None:
    say(service, "DAT", "1", "1", EIGHTEEN, "1", who=PROXY)
    say(service, f"DK {THREE} TRUNG TAM THUONG TRACH THU 4", "4", "1")
    assert len(_waits(service)) == 1


def _waits(service: Service) -> list[Wait]:
    contact_id = contact_of(service).id
    with service.engine.connect() as db:
        return waits_of(db, contact_id, now=service.clock.now())


def _silent(service: Service) -> bool:
    return contact_of(service).opted_out_at is not None


def test_who_waits_and_stops_all_texts_stays_on_the_list_and_is_told_so(service: Service) -> None:
    _waiting(service)
    assert steps(say(service, "dung nhan tin")) == ["opt_out.still_waiting"]
    assert [say(service, text) for text in ("TC", "xyz abc")] == ["", ""], "confirmed once"
    assert (_silent(service), len(_waits(service))) == (True, 1)
    assert steps(say(service, "nhan tin")) == ["opt_in.welcome"]
    assert (_silent(service), len(_waits(service))) == (False, 1)


def test_who_waits_and_stops_all_texts_may_be_rung_instead(service: Service) -> None:
    _waiting(service)
    assert steps(say(service, "TC", "1")) == ["opt_out.will_ring"]
    assert (contact_of(service).reach, _silent(service), len(_waits(service))) == (Reach.CALL.value, False, 1)


def test_who_waits_and_stops_all_texts_may_leave_the_list(service: Service) -> None:
    _waiting(service)
    assert steps(say(service, "TC", "2")) == ["opt_out.left"]
    assert (_silent(service), _waits(service)) == (True, [])


def test_who_is_rung_and_wants_no_texts_is_rung_on(service: Service) -> None:
    say(service, "GOI THAY")
    assert steps(say(service, "cho toi nghe dien thoai thoi dung nhan")) == ["reach.will_ring"]
    assert steps(say(service, "dung nhan tin")) == ["opt_out.still_rung"]
    assert (contact_of(service).reach, _silent(service)) == (Reach.CALL.value, False)
    assert speaks(say(service, "1"), "opt_out.kept")
    assert steps(say(service, "TC", "2")) == ["opt_out.confirm"]
    assert (_silent(service), asked(service)) == (True, None)


def test_who_was_rung_or_told_by_a_neighbour_before_she_stopped_all_is_so_again(service: Service) -> None:
    say(service, "GOI THAY", "TC", "2")
    assert steps(say(service, "NHAN TIN")) == ["opt_in.rung"]
    assert (contact_of(service).reach, _silent(service)) == (Reach.CALL.value, False)
    assert steps(say(service, "NHAN TIN")) == ["opt_in.welcome"], "now it asks for texts"
    assert (contact_of(service).reach, _silent(service)) == (Reach.TEXT.value, False)
    say(service, "bao qua hang xom 0912000111", "stop")
    assert steps(say(service, "nhan tin")) == ["opt_in.through"]
    assert (contact_of(service).reach, _silent(service)) == (Reach.NEIGHBOUR.value, False)
