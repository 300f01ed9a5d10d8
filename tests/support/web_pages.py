"""Pages read as a person reads them: forms with their tokens, and the words between the tags."""

import re
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.sample_data import PASSWORD


def words(page: TestResponse) -> str:
    """What stands on a page, without tags, single-spaced."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


def submit(client: FlaskClient, page: str, action: str, fields: dict[str, str] | None = None) -> TestResponse:
    """Open `page`, fill in its forms' token and `fields`, and post to `action`."""
    opened = client.get(page)
    token = re.search(r'name="csrf_token" value="([^"]+)"', opened.text)
    assert token is not None, f"no form on {page}, which answers {opened.status_code}"
    return client.post(action, data={"csrf_token": unescape(token[1]), **(fields or {})})


def log_in(client: FlaskClient, phone: str, password: str = PASSWORD, *, after: str = "") -> TestResponse:
    """Log in on the login page; the answer to the form."""
    page = "/desk/login"
    return submit(client, page, page, {"phone": phone, "password": password, "next": after})
