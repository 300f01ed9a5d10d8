"""The main job, once, through the real parts: processes, signed webhooks, Twilio's REST API, files."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from tests.support.fake_twilio import FakeTwilio
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER
from tests.support.waiting import until

PUBLIC = "https://helpdesk.example"
"""What Twilio signed, while a proxy hands the request on to loopback."""

HELPDESK = [str(Path(sys.executable).with_name("helpdesk"))]


def test_a_resident_books_for_three_is_reminded_cancels_one_and_the_list_says_so(tmp_path: Path) -> None:
    with FakeTwilio() as twilio:
        port = _free_port()
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("HELPDESK_")},
            "HELPDESK_DATA": str(tmp_path / "var"),
            "HELPDESK_PUBLIC_URL": PUBLIC,
            "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
            "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "TWILIO_FROM": NUMBER,
            "TWILIO_API_BASE": twilio.base_url,
        }
        with _up(environment, port):
            resident = _Resident(twilio, port)

            offered = resident.text("DAT", "1")
            day = _third_day(offered)
            echo = resident.text("3", "HO VAN A 1985, HO THI B 1990, Y NUONG")
            booked = resident.text("1")
            reminded = _reminder(environment, day - timedelta(days=3), twilio)
            fewer = resident.text("2", "Ho Thi B")
            _helpdesk(environment, "tick", "--at", f"{day - timedelta(days=1)}T18:05")
            shown = _helpdesk(
                environment, "list", "show", "--place", "Trung tam Thuong Trach", "--date", f"{day}"
            )

        assert "Ho Van A 1985, Ho Thi B 1990, Y Nuong" in echo
        assert "3 nguoi" in booked
        assert "Nhac ba con" in reminded
        assert "Con 2 nguoi: Ho Van A 1985, Y Nuong" in fewer
        assert ["Ho Van A" in shown, "Y Nuong" in shown, "Ho Thi B" in shown] == [True, True, False]
        assert _names_in_outgoing(tmp_path / "var" / "outgoing", day) == {"Ho Van A", "Y Nuong"}
        assert twilio.problems == []


class _Resident:
    def __init__(self, twilio: FakeTwilio, port: int) -> None:
        self.twilio, self.reach = twilio, f"http://127.0.0.1:{port}"

    def text(self, *bodies: str) -> str:
        """Send texts one after the other; the last answer. Each reply's receipts come in the wrong order."""
        answer = ""
        for body in bodies:
            got = self.twilio.text(f"{PUBLIC}/channels/twilio/sms", body, reach=self.reach)
            assert (got.http.status, len(got.replies)) == (200, 1)
            for status in ("delivered", "sent"):
                self.twilio.deliver(got.replies[0].sid, status, reach=self.reach)
            answer = got.replies[0].body
        return answer


def _reminder(environment: dict[str, str], day: date, twilio: FakeTwilio) -> str:
    before = len(twilio.messages)
    _helpdesk(environment, "tick", "--at", f"{day}T11:05")
    _helpdesk(environment, "tick", "--at", f"{day}T11:06")
    (reminder,) = twilio.messages[before:]
    return reminder.body


def _third_day(offered: str) -> date:
    found = re.search(r"^3 \D+(\d+)/(\d+)", offered, re.MULTILINE)
    assert found, offered
    today = date.today()  # noqa: DTZ011  # the service under test keeps the machine's own time
    day = today.replace(month=int(found[2]), day=int(found[1]))
    return day if day >= today else day.replace(year=today.year + 1)


def _names_in_outgoing(folder: Path, day: date) -> set[str]:
    (newest,) = [
        path
        for path in folder.glob("*.csv")
        if str(day) in path.name and "trung-tam-thuong-trach" in path.name
    ]
    text = newest.read_text(encoding="utf-8-sig")
    return {name for name in ("Ho Van A", "Ho Thi B", "Y Nuong") if name in text}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _up(environment: dict[str, str], port: int) -> Iterator[None]:
    process = subprocess.Popen(
        [*HELPDESK, "up", "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        stdout = process.stdout
        until(lambda: stdout.readline().startswith("ready:"), within=60, what="the line ready:")
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)
    assert process.returncode == 0


def _helpdesk(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [*HELPDESK, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout
