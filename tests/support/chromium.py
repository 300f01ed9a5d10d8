"""A real Chromium on this machine, driven by playwright, that asks nobody else for anything."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

FLAGS = (
    "--no-sandbox",  # as root there is none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SCREENSHOTS = Path(__file__).parents[2] / "test-results"
"""Where pictures of the pages go, to be looked at."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's Chromium with a fresh profile, closed at the end. Raises LookupError where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise LookupError("there is no Chromium here: `make test-pages` installs one when it is run by root")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
