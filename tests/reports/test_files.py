"""helpdesk/reports/files.py."""

import stat
import threading
from pathlib import Path

import pytest

from helpdesk.reports.files import CannotWriteLists, write_list
from helpdesk.reports.formats import as_csv, as_html
from tests.support import lists

LISTING = lists.listing(lists.rows(lists.FAMILY), version=3)
STEM = "2026-12-02_ca-roong-1_0730_v3"


def test_a_list_is_a_page_to_print_and_a_table_called_by_day_place_hour_and_version(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    assert write_list(LISTING, folder=folder) is True
    assert sorted(path.name for path in folder.iterdir()) == [f"{STEM}.csv", f"{STEM}.html"]
    assert (folder / f"{STEM}.html").read_text("utf-8") == as_html.render([LISTING])
    assert (folder / f"{STEM}.csv").read_bytes() == as_csv.render([LISTING]).encode()


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    write_list(LISTING, folder=tmp_path)
    page = tmp_path / f"{STEM}.html"
    page.write_text("printed and annotated")
    assert write_list(LISTING, folder=tmp_path) is False
    assert page.read_text() == "printed and annotated"


@pytest.mark.parametrize("lost", [".html", ".csv"])
def test_a_file_that_is_gone_is_written_again(tmp_path: Path, lost: str) -> None:
    write_list(LISTING, folder=tmp_path)
    (tmp_path / f"{STEM}{lost}").unlink()
    assert write_list(LISTING, folder=tmp_path) is True
    assert len(list(tmp_path.iterdir())) == 2


def test_strangers_on_the_machine_cannot_read_it(tmp_path: Path) -> None:
    write_list(LISTING, folder=tmp_path)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o640}


def test_a_folder_that_cannot_be_is_one_plain_line(tmp_path: Path) -> None:
    in_the_way = tmp_path / "outgoing"
    in_the_way.write_text("a file")
    with pytest.raises(CannotWriteLists) as refused:
        write_list(LISTING, folder=in_the_way)
    assert (
        str(refused.value) == f"cannot write lists to {in_the_way} (File exists): make it a writable folder"
    )


def test_many_writers_at_once_leave_one_whole_file_and_one_says_it_wrote(tmp_path: Path) -> None:
    start = threading.Barrier(8)
    wrote: list[bool] = []

    def work() -> None:
        start.wait(20)
        wrote.append(write_list(LISTING, folder=tmp_path))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(wrote) == 8
    assert 1 <= wrote.count(True) <= 2  # two files, and each has one writer
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{STEM}.csv", f"{STEM}.html"]
    assert (tmp_path / f"{STEM}.html").read_text("utf-8") == as_html.render([LISTING])
