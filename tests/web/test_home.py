"""The front door."""

from helpdesk.settings import Settings
from tests.support.service import Service
from tests.support.web_pages import words
from tests.web.conftest import PUBLIC_URL, Start


def test_in_development_the_first_page_leads_to_phone_and_desk(plain: Service) -> None:
    page = plain.client.get("/")
    assert page.status_code == 200
    assert 'href="/phone"' in page.text
    assert 'href="/desk"' in page.text
    assert "với dữ liệu mẫu" in words(page)


def test_in_production_the_first_page_is_the_officials(start: Start, in_production: Settings) -> None:
    answer = start(settings=in_production).client.get("/", base_url=PUBLIC_URL)
    assert (answer.status_code, answer.location) == (302, "/desk")


def test_the_icon_is_where_browsers_ask_for_it(plain: Service) -> None:
    icon = plain.client.get("/favicon.ico", follow_redirects=True)
    assert (icon.status_code, icon.mimetype) == (200, "image/svg+xml")
