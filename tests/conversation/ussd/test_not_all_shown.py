"""helpdesk/conversation/ussd/not_all_shown.py: nobody agrees by SMS to what a screen has not shown to its end."""

from tests.conversation.talk import bookings_of, say, steps
from tests.conversation.ussd.dialling import Dialler
from tests.support.service import Service


def test_what_a_screen_has_not_shown_to_its_end_is_asked_whole_by_sms(
    service: Service, phone: Dialler
) -> None:
    phone.dial()
    first = phone.key("3", "1", "1", "Ho Thi Co 1960")
    assert first.endswith("98 tiep")
    whole = say(service, "1")
    assert (steps(whole), "Dong y" in whole, bookings_of(service)) == (["book.consent"], True, [])
    say(service, "1")
    assert len(bookings_of(service)) == 1


def test_what_a_screen_has_shown_to_its_end_is_answered_by_sms(service: Service, phone: Dialler) -> None:
    phone.dial()
    phone.key("3", "1", "1", "Ho Thi Co 1960", "98")
    say(service, "1")
    assert len(bookings_of(service)) == 1
