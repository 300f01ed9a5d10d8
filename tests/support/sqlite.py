"""SQLite files for tests: migrated once for a run, then copied."""

import shutil
from pathlib import Path

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
from tests.support.run import Run


def migrated_file(run: Run, path: Path) -> str:
    """The URL of a new SQLite database at `path`, at the newest revision."""
    shutil.copyfile(run.once("sqlite-template", lambda: _make_template(run.folder / "template.db")), path)
    return f"sqlite:///{path}"


def _make_template(path: Path) -> str:
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()  # the last connection folds the write-ahead log into the file
    return str(path)
