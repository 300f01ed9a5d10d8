"""`helpdesk db upgrade` migrates, once, whoever asks."""

from pathlib import Path

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import head, is_current
from helpdesk.up.database import MEND
from tests.support.whole_service import Program

AT_ONCE = 3


def upgrade(url: str, folder: Path) -> Program:
    return Program(["db", "upgrade"], folder=folder, settings={"HELPDESK_DATABASE_URL": url})


def test_several_machines_that_start_at_once_migrate_one_after_the_other(
    empty_database_url: str, tmp_path: Path
) -> None:
    programs = [upgrade(empty_database_url, tmp_path / str(number)) for number in range(AT_ONCE)]
    for program in programs:
        with program:
            assert (program.ended(), program.complained) == (0, "")
    # One may have looked while another was half-way.
    ends = {
        program.said.splitlines()[-1].partition("at revision ")[2].rpartition(" ")[2] for program in programs
    }
    assert ends <= {head(), "already"}
    engine = open_database(empty_database_url)
    assert is_current(engine)
    engine.dispose()


def test_a_database_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("")
    url = f"sqlite:///{tmp_path}/in-the-way/x.db"
    with upgrade(url, tmp_path / "output") as program:
        assert program.ended() == 2
        assert program.complained == f"the database {url} cannot be made: File exists{MEND}\n"
