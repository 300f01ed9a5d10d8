"""helpdesk/settings/values.py: single values, and what is said of one that is none."""

import pytest

from tests.support.settings_faults import refusals


@pytest.mark.parametrize(
    "name",
    [
        "HELPDESK_REMIND_AT",
        "HELPDESK_OFFICER_LIST_AT",
        "HELPDESK_LEADER_LIST_AT",
        "HELPDESK_LEADER_CORRECTIONS_AT",
    ],
)
@pytest.mark.parametrize("value", ["11:00+07:00", "11:00Z"])
def test_a_time_of_the_commune_has_no_offset(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} is '{value}': it must be a time such as 11:00"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HELPDESK_DATABASE_URL", "postgresql://u:pa[ss@h/db"),
        ("HELPDESK_REDIS_URL", "redis://:pa[ss@h/0"),
        ("SMTP_URL", "smtp://u:pa[ss@h?from=xa@example.vn"),
        ("TWILIO_API_BASE", "https://h]"),
        ("HELPDESK_PUBLIC_URL", "https://[h"),
    ],
)
def test_a_bracket_in_an_address_is_told_in_one_line_without_the_password(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} is no address; write [ ] in a password as %5B %5D"]


@pytest.mark.parametrize("value", ["https://", "https://:443", "https://h:port"])
@pytest.mark.parametrize("name", ["HELPDESK_PUBLIC_URL", "TWILIO_API_BASE"])
def test_an_address_on_the_web_names_a_host(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} must name a host, and a port only as a number"]
