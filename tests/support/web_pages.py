"""Pages read as a person reads them: forms with their tokens, and the words between the tags."""

import re
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.sample_data import PASSWORD


def words(page: TestResponse) -> str:
    """What stands on a page, without tags, single-spaced."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


def hidden(page: TestResponse, action: str) -> dict[str, str]:
    """The hidden fields of the form on `page` that posts to `action`; where there is none, the token of any form."""
    forms = [part.partition("</form>")[0] for part in page.text.split("<form")[1:]]
    theirs = [form for form in forms if f'action="{action}"' in unescape(form).partition(">")[0]]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', (theirs or [page.text])[0])
    return {name: unescape(value) for name, value in found if theirs or name == "csrf_token"}


def submit(client: FlaskClient, page: str, action: str, fields: dict[str, str] | None = None) -> TestResponse:
    """Open `page`, fill in what its form for `action` hides and `fields`, and post to `action`."""
    opened = client.get(page)
    kept = hidden(opened, action)
    assert "csrf_token" in kept, f"no form on {page}, which answers {opened.status_code}"
    return client.post(action, data=kept | (fields or {}))


def log_in(client: FlaskClient, phone: str, password: str = PASSWORD, *, after: str = "") -> TestResponse:
    """Log in on the login page; the answer to the form."""
    page = "/desk/login"
    return submit(client, page, page, {"phone": phone, "password": password, "next": after})
