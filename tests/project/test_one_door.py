"""The environment and the wall clock each have one door into the code."""

import ast

import pytest

from tests.support.repository import python_files, shown, tree
from tests.support.source_names import reached_names

ENVIRONMENT = {f"os.{name}" for name in ("environ", "environb", "getenv", "getenvb", "putenv", "unsetenv")}
WALL_CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    # The database's clock is no better: it does not follow a clock that was handed in.
    "sqlalchemy.func.now",
    "sqlalchemy.func.current_timestamp",
    "sqlalchemy.func.current_date",
}


def uses(forbidden: set[str], source: ast.Module) -> list[int]:
    """The lines on which the source reaches for one of these names."""
    return sorted({line for name, line in reached_names(source) if name in forbidden})


def uses_outside(door: str, forbidden: set[str]) -> list[str]:
    """Where our code does, other than in the one file that may."""
    files = [path for path in python_files("helpdesk", "workers") if shown(path) != door]
    return [f"{shown(path)}:{line}" for path in files for line in uses(forbidden, tree(path))]


def test_only_settings_reads_the_environment() -> None:
    found = uses_outside("helpdesk/settings/configuration.py", ENVIRONMENT)
    assert found == [], (
        f"the environment is read at {', '.join(found)}: add a field to Settings in"
        " helpdesk/settings/configuration.py and take it from there"
    )


def test_only_the_clock_says_what_time_it_is() -> None:
    found = uses_outside("helpdesk/clock.py", WALL_CLOCK)
    assert found == [], (
        f"the wall clock is read at {', '.join(found)}: take a helpdesk.clock.Clock as an argument and ask"
        " its now(); for durations use time.monotonic()"
    )


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "from datetime import datetime as d\nd.now()",
        "from datetime import datetime\nfield(default_factory=datetime.now)",
        "from time import time\n\ntime()",
        "import sqlalchemy as sa\nsa.Column(server_default=sa.func.now())",
    ],
)
def test_a_read_of_the_wall_clock_is_seen_by_whatever_name(source: str) -> None:
    assert len(uses(WALL_CLOCK, ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    ["import os\nos.environ['A']", "import os as o\no.getenv('A')", "from os import environ as e\n\ne['A']"],
)
def test_a_read_of_the_environment_is_seen_by_whatever_name(source: str) -> None:
    assert len(uses(ENVIRONMENT, ast.parse(source))) == 1


def test_asking_a_clock_that_was_handed_in_is_no_such_read() -> None:
    source = (
        "from datetime import datetime\nimport time\nclock.now(); time.monotonic(); datetime.combine(d, t)"
    )
    assert uses(WALL_CLOCK, ast.parse(source)) == []
