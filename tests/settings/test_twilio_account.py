"""helpdesk/settings/twilio_account.py: what Twilio sends from."""

import pytest

from helpdesk.settings import Settings, SettingsError


@pytest.mark.parametrize("sender", ["+84901000001", "XATTRACH", "Xa T Trach", "UBND-xa 1"])
def test_twilio_sends_from_a_number_or_a_name(sender: str) -> None:
    assert Settings.from_environment({"TWILIO_FROM": sender}).twilio.from_number == sender


@pytest.mark.parametrize("sender", ["0901000001", "8088", "XATHUONGTRACH", "Xã Trạch", "+84"])
def test_twilio_takes_no_other_sender(sender: str) -> None:
    with pytest.raises(SettingsError, match="TWILIO_FROM must be a number such as"):
        Settings.from_environment({"TWILIO_FROM": sender})
