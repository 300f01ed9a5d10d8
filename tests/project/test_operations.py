"""docs/operations.md tells an operator everything there is to set and to start."""

import re

import pytest

from helpdesk.booking.hours.hours_table import HOURS_COLUMNS
from helpdesk.booking.importing.opening_table import OPENING_COLUMNS
from helpdesk.cli.main import COMMANDS
from helpdesk.places.closed_day_table import CLOSED_DAY_COLUMNS
from helpdesk.places.fact_table import FACT_COLUMNS
from helpdesk.places.place_table import PLACE_COLUMNS
from helpdesk.settings import NAMES, Settings
from helpdesk.spreadsheets.columns import Column
from tests.support.repository import TOP

PAGE = (TOP / "docs" / "operations.md").read_text(encoding="utf-8")
OPERATORS_COMMANDS = (
    "up",
    "web",
    "worker",
    "scheduler",
    "db",
    "doctor",
    "officials",
    "communes",
    "places",
    "facts",
    "closed-days",
    "office-hours",
    "openings",
    "visits",
)


def test_every_name_of_the_environment_has_its_row_and_no_other_has() -> None:
    table = PAGE.partition("## Environment")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(NAMES)


def test_the_page_names_no_setting_that_is_not_read() -> None:
    named = set(re.findall(r"\b(?:HELPDESK|TWILIO)_[A-Z_]+[A-Z]\b", PAGE))
    assert named <= set(NAMES)


@pytest.mark.parametrize(
    "columns", [PLACE_COLUMNS, CLOSED_DAY_COLUMNS, FACT_COLUMNS, HOURS_COLUMNS, OPENING_COLUMNS]
)
def test_every_column_of_a_table_has_its_row(columns: tuple[Column, ...]) -> None:
    tables = PAGE.partition("## The commune's own data")[2].partition("\n### ")[0].split("| column |")
    headers = [re.findall(r"^\| ([^|`]+?) \|", table, re.MULTILINE) for table in tables]
    assert [column.header for column in columns] in headers


@pytest.mark.parametrize("name", OPERATORS_COMMANDS)
def test_every_command_of_an_operator_is_named(name: str) -> None:
    assert name in COMMANDS
    assert re.search(rf"\bhelpdesk {name}\b", PAGE)


def test_the_environment_shown_for_one_computer_can_be_started_with() -> None:
    shown = dict(re.findall(r"^((?:HELPDESK|TWILIO)_\w+)=(\S+)", PAGE, re.MULTILINE))
    filled = shown | {
        "HELPDESK_SECRET_KEY": "0123456789abcdef" * 3,
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_FROM": "+84901000001",
    }
    assert Settings.from_environment(filled).in_production
