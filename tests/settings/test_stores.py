"""helpdesk/settings/stores.py: where Redis is."""

import pytest

from helpdesk.settings import Settings
from tests.support.settings_faults import refusals


def test_an_option_that_redis_does_not_have_is_refused() -> None:
    said = ["HELPDESK_REDIS_URL has an option after ? that is none: foo"]
    assert refusals({"HELPDESK_REDIS_URL": "redis://127.0.0.1/0?foo=bar"}) == said
    url = "redis://127.0.0.1/0?socket_timeout=5"
    assert Settings.from_environment({"HELPDESK_REDIS_URL": url}).redis_url == url


@pytest.mark.parametrize("scheme", ["redis://:sample-secret@127.0.0.1/0", "unix:///run/redis.sock"])
@pytest.mark.parametrize("option", ["db=abc", "db=-1", "db=", "socket_timeout=soon", "max_connections=1e3"])
def test_an_option_that_is_a_number_is_one(scheme: str, option: str) -> None:
    name = option.partition("=")[0]
    said = [f"HELPDESK_REDIS_URL says after ? a {name} that is no number"]
    assert refusals({"HELPDESK_REDIS_URL": f"{scheme}?{option}"}) == said
