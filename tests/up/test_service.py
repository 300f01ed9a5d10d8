"""`helpdesk up`: one command runs everything, and nothing of it outlasts the command."""

import os
import re
import signal
import socket
import stat
from pathlib import Path

from tests.support.processes import wait_until_gone
from tests.support.waiting import until
from tests.support.whole_service import Program, Up, get, text

MAI = "0912345601"


def test_it_says_where_everything_is(running: Up) -> None:
    until(lambda: "Ctrl-C stops everything." in running.said, within=5, what="the whole greeting")
    said = running.said[running.said.index("ready: ") :]
    password = re.findall(r"0900000001  (\S+)  ", said)[0]
    assert said.splitlines() == [
        f"ready: {running.url}",
        f"  simulated phone    {running.url}/phone",
        f"  officials' page    {running.url}/desk",
        f"    sample login     0900000001  {password}  (Thượng Trạch)",
        f"    sample login     0900000003  {password}  (Dân Hóa)",
        f"  Twilio's webhook   {running.url}/channels/twilio/sms",
        "Each message shows as one line below. Ctrl-C stops everything.",
    ]


def test_the_pages_that_it_names_are_there(running: Up) -> None:
    assert get(f"{running.url}/phone")[0] == 200
    assert get(f"{running.url}/desk")[0] == 200  # after the way to the login
    assert get(f"{running.url}/health/ready") == (200, "ready\n")


def test_each_message_shows_as_one_line_with_the_number_masked(running: Up) -> None:
    text(running.url, MAI, "xin chao", message_id="shown-1")
    until(lambda: "answer," in running.complained, within=5, what="the answer's line")
    lines = [re.sub(r"^\d\d:\d\d:\d\d ", "", line) for line in running.complained.splitlines()]
    about_mai = [line for line in lines if "601" in line]
    assert [line.split(":")[0] for line in about_mai] == [
        "in   +84******601 via simulator",
        "out  +84******601 via simulator",
    ]
    assert MAI[1:] not in running.complained


def test_it_listens_on_this_machine_only(running: Up) -> None:
    listening = {
        line.split()[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[3] == "0A" and int(line.split()[1].rpartition(":")[2], 16) == running.port
    }
    assert listening == {f"0100007F:{running.port:04X}"}


def test_what_it_keeps_is_for_its_owner_only(running: Up) -> None:
    data = Path(running.settings["HELPDESK_DATA"])
    modes = {
        name: stat.S_IMODE((data / name).stat().st_mode) for name in (".", "secret-key", "sample-password")
    }
    assert modes == {".": 0o700, "secret-key": 0o600, "sample-password": 0o600}


def test_all_processes_sign_logins_with_the_one_key(running: Up) -> None:
    key = (Path(running.settings["HELPDESK_DATA"]) / "secret-key").read_text().strip()
    ours = [pid for pid, line in running.family().items() if " -m " in line]
    keys = {
        dict(entry.partition("=")[::2] for entry in Path(f"/proc/{pid}/environ").read_text().split("\0")).get(
            "HELPDESK_SECRET_KEY"
        )
        for pid in ours
    }
    assert len(ours) == 4
    assert keys == {key}


def test_a_second_one_on_the_same_folder_is_sent_away_and_the_first_goes_on(running: Up) -> None:
    data = Path(running.settings["HELPDESK_DATA"])
    with Up(data, wait=False) as second:
        assert second.ended() == 2
        assert second.said == ""
        assert second.complained == (
            f"a helpdesk is running on the data folder {data} already (process {running.pid} at {running.url}):"
            " use or stop that one, or set HELPDESK_DATA to another folder\n"
        )
    assert get(f"{running.url}/health/ready")[0] == 200


def test_a_second_one_on_the_same_port_is_sent_away_and_the_first_goes_on(
    running: Up, tmp_path: Path
) -> None:
    with Up(tmp_path / "other", port=running.port, wait=False) as second:
        assert second.ended() == 2
        assert second.complained == (
            f"port {running.port} is taken by another program: stop that, or take another port:"
            f" make run PORT={running.port + 1}\n"
        )
    assert list((tmp_path / "other").iterdir()) == [tmp_path / "other" / "helpdesk.lock"]
    assert get(f"{running.url}/health/ready")[0] == 200


def test_told_to_stop_before_it_is_ready_it_ends_what_there_is(tmp_path: Path) -> None:
    with Up(tmp_path / "data", wait=False) as service:
        until(lambda: "helpdesk.up.prepare" in str(service.family()), within=20, what="the preparation")
        assert service.stop() == 0
        assert service.left_over() == []
        assert "ready:" not in service.said
        assert service.complained == ""


def test_told_to_stop_it_ends_every_process_in_order_and_the_next_run_finds_yesterdays_bookings(
    data: Path,
) -> None:
    with Up(data) as yesterday:
        for number, words in enumerate(("menu", "3", "1", "1", "Ho Thi Mai 1954", "1")):
            said = text(yesterday.url, MAI, words, message_id=f"yesterday-{number}")
        (code,) = re.findall(r"\bma (\d+)", said[0])
        with socket.create_connection(("127.0.0.1", yesterday.port)):  # a browser left open
            assert yesterday.stop(signal.SIGINT) == 0
        assert yesterday.left_over() == []
        assert yesterday.said.splitlines()[-1] == "stopped: scheduler, web server, worker, Redis"
        assert "Traceback" not in yesterday.complained
    with Up(data) as today:
        text(today.url, MAI, "menu", message_id="today-0")
        (answer,) = text(today.url, MAI, "4", message_id="today-1")
        assert code in answer

        # Killed it leaves no orphans, and can be started again at once.
        os.kill(today.pid, signal.SIGKILL)
        with Up(data, port=today.port) as again:
            assert get(f"{again.url}/health/ready")[0] == 200
            assert again.stop(signal.SIGHUP) == 0
        wait_until_gone(list(today.known), within=20)


def test_without_leave_to_write_it_says_so_in_one_line(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    refused = {
        in_the_way: f"the data folder {in_the_way} is a file: set HELPDESK_DATA to a folder\n",
        in_the_way / "below": (
            f"cannot write to the data folder {in_the_way}/below: Not a directory;"
            " make it writable or set HELPDESK_DATA to another folder\n"
        ),
        Path("/proc/helpdesk"): (
            "cannot write to the data folder /proc/helpdesk: No such file or directory;"
            " make it writable or set HELPDESK_DATA to another folder\n"
        ),
    }
    for folder, line in refused.items():
        with Program(["up"], folder=tmp_path / "output", settings={"HELPDESK_DATA": str(folder)}) as service:
            assert (service.ended(), service.said, service.complained) == (2, "", line)


def test_a_database_that_is_none_is_said_in_one_line(data: Path) -> None:
    (data / "helpdesk.db").write_text("not a database, but long enough to be looked at as one: " * 20)
    with Up(data, wait=False) as service:
        assert service.ended() == 2
        assert service.complained == (
            f"the database sqlite:///{data}/helpdesk.db cannot be used: file is not a database;"
            " see that it runs and that HELPDESK_DATABASE_URL is right\n"
        )
        assert service.left_over() == []
