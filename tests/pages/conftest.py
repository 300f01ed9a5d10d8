"""The whole service on a port of this machine, and a browser that looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect

from helpdesk.clock import FixedClock
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from tests.support.chromium import SCREENSHOTS, chromium
from tests.support.service import Service, open_service
from tests.support.web_server import served

expect.set_options(timeout=20_000)  # two cores may be shared with much else


@pytest.fixture
def service(sqlite_url: str, clock: FixedClock, tmp_path: Path) -> Iterator[Service]:
    engine = open_database(sqlite_url)
    service = open_service(
        engine, clock, settings=Settings(data=tmp_path, secret_key="only for tests, thirty-two characters")
    )
    yield service
    service.close()
    engine.dispose()


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    with served(service.app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser's own cookies and windows. At the end: nothing was refused by our policy, nobody else was asked."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, locale="vi-VN", viewport={"width": 1200, "height": 850})
    context.set_default_timeout(20_000)
    context.on("console", lambda message: complaints.extend(_complaint(message)))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("response", lambda response: complaints.extend(_missing(response, address)))
    yield context
    context.close()
    assert complaints == []


def _complaint(message: ConsoleMessage) -> list[str]:
    # That a page was answered 404 or 422 is told there, too; what a page needs is looked at below.
    of_the_page = message.type in ("error", "warning") and "responded with a status of" not in message.text
    return [message.text] if of_the_page else []


def _missing(response: Response, address: str) -> list[str]:
    found = response.status < 400 or response.request.is_navigation_request()
    return [] if found and response.url.startswith(address) else [f"{response.status} {response.url}"]


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def narrow_page(context: BrowserContext) -> Page:
    """A small phone, 360 px wide."""
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 700})
    return page


def shot(page: Page, name: str) -> None:
    """Keep a picture of the whole page, to be looked at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def no_sideways_scroll(page: Page) -> None:
    """Fail where a page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth"), page.evaluate("window.innerWidth")
    assert wide[0] <= wide[1], f"{page.url} is {wide[0]} px wide in a window of {wide[1]} px"
