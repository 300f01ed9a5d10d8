"""`helpdesk up` in real processes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.run import Run
from tests.support.whole_service import Up


@pytest.fixture(scope="session")
def used_folder(run: Run) -> Path:
    """A data folder on which the service ran once and was stopped: not to be used itself, but copied."""
    return Path(run.once("used-data", lambda: _use(run.folder / "used" / "data")))


def _use(folder: Path) -> str:
    with Up(folder) as service:
        assert service.stop() == 0
    return str(folder)


@pytest.fixture
def data(used_folder: Path, tmp_path: Path) -> Path:
    """A data folder with a migrated database and sample data: starting on it is quick."""
    return shutil.copytree(used_folder, tmp_path / "data")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A service on a fresh folder; for tests that leave it running."""
    with Up(tmp_path_factory.mktemp("running") / "data") as service:
        yield service
