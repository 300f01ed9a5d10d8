"""helpdesk/settings/stores.py: where Redis is."""

from helpdesk.settings import Settings
from tests.support.settings_faults import refusals


def test_an_option_that_redis_does_not_have_is_refused() -> None:
    said = ["HELPDESK_REDIS_URL has an option after ? that is none: foo"]
    assert refusals({"HELPDESK_REDIS_URL": "redis://127.0.0.1/0?foo=bar"}) == said
    url = "redis://127.0.0.1/0?socket_timeout=5"
    assert Settings.from_environment({"HELPDESK_REDIS_URL": url}).redis_url == url
