"""SQLite files for tests: migrated once for a run, then copied."""

import os
import shutil
from pathlib import Path

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
from tests.support.run import Run


def migrated_file(run: Run, path: Path) -> str:
    """The URL of a new SQLite database at `path`, at the newest revision."""
    shutil.copyfile(run.once("sqlite-template", lambda: _make_template(run.folder / "template.db")), path)
    return f"sqlite:///{path}"


def emptied_file(run: Run) -> str:
    """The URL of a SQLite database at the newest revision, of this process: the same for one test after another."""
    folder = run.folder / f"sqlite-of-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return migrated_file(run, folder / "helpdesk.db")


def _make_template(path: Path) -> str:
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()  # the last connection folds the write-ahead log into the file
    return str(path)
