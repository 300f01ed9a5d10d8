"""helpdesk/conversation/leading/said_to_reminders.py: who answers a reminder in words of her own is answered, and not reminded again."""

from datetime import datetime

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, speaks, steps
from tests.support.service import Service

MONDAY = 3


def _reminded(service: Service) -> None:
    book(service, opening=MONDAY)
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    assert asked(service) == ("reminder", "one")


@pytest.mark.parametrize(
    "text", ["toi den tre duoc khong", "den muon mot chut duoc khong", "hom do co lam khong"]
)
def test_who_comes_late_or_asks_whether_it_takes_place_is_told_the_hours(service: Service, text: str) -> None:
    _reminded(service)
    told = say(service, text)
    assert steps(told) == ["coming.late"]
    assert "7h30-11h" in told
    assert speaks(say(service, "1"), "reminder.see_you")


@pytest.mark.parametrize("text", ["xe hong roi", "xe bi hu", "mua lon qua khong ra duoc"])
def test_a_broken_motorbike_keeps_her_away_as_rain_does(service: Service, text: str) -> None:
    _reminded(service)
    assert steps(say(service, text)) == ["cannot_come.one"]


@pytest.mark.parametrize("text", ["de coi da", "de toi xem da", "de hoi chong da", "chua biet"])
def test_who_will_see_keeps_her_place(service: Service, text: str) -> None:
    _reminded(service)
    assert "cannot_come.kept" in steps(say(service, text))[0]
    assert asked(service) == ("reminder", "one")
    assert len(bookings_of(service)) == 1


@pytest.mark.parametrize("text", ["den", "chac den duoc", "toi van di duoc"])
def test_who_comes_after_all_says_so_in_a_word(service: Service, text: str) -> None:
    _reminded(service)
    say(service, "xe hong roi")
    assert "cannot_come.kept" in steps(say(service, text))[0]
    assert len(bookings_of(service)) == 1


@pytest.mark.parametrize("text", ["den", "chac den duoc", "se di"])
def test_to_the_reminder_itself_it_is_the_yes(service: Service, text: str) -> None:
    _reminded(service)
    assert speaks(say(service, text), "reminder.see_you")
