"""helpdesk/settings/reading.py: what is read, and what is refused in one plain line."""

from datetime import time

import pytest

from helpdesk.settings import Settings, SettingsError
from tests.support.settings_faults import refusals


def test_who_runs_it_and_who_reads_its_figures_are_named() -> None:
    given = {"HELPDESK_OPERATOR_EMAIL": "may@example.vn", "HELPDESK_METRICS_TOKEN": "sample-token-0123"}
    settings = Settings.from_environment(given)
    assert (settings.operator_email, settings.metrics_token) == ("may@example.vn", "sample-token-0123")
    assert "sample-token-0123" in settings.secrets()
    assert "sample-token-0123" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HELPDESK_OPERATOR_EMAIL", "not an address"),
        ("HELPDESK_OPERATOR_EMAIL", "may@example.vn\r\nBcc: b@example.vn"),
        ("HELPDESK_METRICS_TOKEN", "short"),
        ("HELPDESK_METRICS_TOKEN", "with a space in it, though long"),
    ],
)
def test_what_cannot_be_used_is_refused_without_being_repeated(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment({name: value})
    (fault,) = refused.value.faults
    assert (fault.startswith(f"{name} must"), value in fault) == (True, False)


@pytest.mark.parametrize("at", ["06:59", "21:00", "23:30"])
def test_nobody_is_reminded_at_night(at: str) -> None:
    said = ["HELPDESK_REMIND_AT must be from 07:00 to 20:59: people sleep"]
    assert refusals({"HELPDESK_REMIND_AT": at}) == said
    kept = Settings.from_environment({"HELPDESK_REMIND_AT": "20:59"}).timetable
    assert kept.day_before == time(20, 59)


@pytest.mark.parametrize("rest", ["/hotro", "?", "?a=b", "#a"])
def test_the_public_address_has_no_path(rest: str) -> None:
    said = ["HELPDESK_PUBLIC_URL is https:// and a host, without a path or a user"]
    assert refusals({"HELPDESK_PUBLIC_URL": f"https://hotro.example{rest}"}) == said
    assert refusals({"HELPDESK_PUBLIC_URL": "https://xa:sample@hotro.example"}) == said
    kept = Settings.from_environment({"HELPDESK_PUBLIC_URL": "https://hotro.example:8443/"})
    assert kept.public_url == "https://hotro.example:8443"
