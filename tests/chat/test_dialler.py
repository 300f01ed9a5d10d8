"""The phone in the terminal that dials."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from helpdesk.chat.phone import Phone
from helpdesk.chat.player import difference, play
from helpdesk.chat.practice import practice_runtime
from helpdesk.clock import FixedClock

MENU = "Chao ba con. Hoi dap, dat cho"
RESUME = "Tiep tuc?"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 12, 1, 2, tzinfo=UTC))


@pytest.fixture
def phone(tmp_path: Path, clock: FixedClock) -> Phone:
    return Phone(practice_runtime(clock, data=tmp_path), "0912345678")


def test_whatever_is_keyed_in_first_opens_a_session(phone: Phone) -> None:
    (page,) = phone.dial("*123#")
    assert page.startswith(MENU)
    (page,) = phone.dial("3")
    assert page.startswith("Ba con muon lam o dau?")


def test_a_service_code_opens_another(phone: Phone) -> None:
    phone.dial("*123#")
    phone.dial("3")
    assert phone.dial("*123#")[0].startswith(RESUME)


def test_a_session_breaks_when_nobody_keys_in_for_180_seconds(phone: Phone, clock: FixedClock) -> None:
    phone.dial("*123#")
    phone.dial("3")
    clock.advance(timedelta(seconds=180))
    assert phone.dial("1")[0].startswith("Tai Trung tam xa")
    clock.advance(timedelta(seconds=181))
    assert phone.dial("1")[0].startswith(RESUME)


def test_hanging_up_breaks_it(phone: Phone) -> None:
    phone.dial("*123*3#")
    phone.dialler.hang_up()
    assert phone.dial("*123#")[0].startswith(RESUME)


def test_pages_do_not_arrive_as_texts(phone: Phone) -> None:
    phone.dial("*123#")
    assert phone.arrived() == []


def test_a_script_begins_in_the_mode_it_is_played_in_and_changes_it_itself() -> None:
    source = (
        "# now 2026-12-01T09:00\n> *123*3#\n< Ba con muon lam o dau?*\n# mode sms\n> 1\n< Tai Trung tam*\n"
    )

    assert difference(source, play(source, mode="ussd")) == ""
