"""The process that holds a PostgreSQL server for one test run, and clears away after it.

`python -m tests.support.postgres_keeper FOLDER` prints one line, "ready ADDRESS" or what went wrong, and then
waits for the run's controller to let go of `alive` in FOLDER, or to be killed. No test process is the server's
parent, so it does not matter which of them asked for it first or ends first.
"""

import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.postgres_programs import programs, server_user
from tests.support.run import KEPT

_SECONDS_TO_START = 60.0

# Nothing in a test database outlives the run, so nothing is flushed. The time zone is an unlucky one on
# purpose: whoever leans on the server's zone gets hours that are wrong.
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "Asia/Ho_Chi_Minh",
}


class Server:
    """A server in a folder of its own, which belongs to the user it runs as.

    `durable`: what it has committed survives a crash of the server (not of the machine).
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.durable = durable
        self.user = server_user()
        self.folder = Path(tempfile.mkdtemp(prefix="helpdesk-pg-"))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """For SQLAlchemy: the server's own database, over its unix socket."""
        return f"postgresql+psycopg://helpdesk@/postgres?host={self.folder}"

    def start(self) -> None:
        """Raises RuntimeError with the last lines of the log."""
        self._programs = programs(self.folder)
        if self.user is not None:
            shutil.chown(self.folder, self.user)
        who = ["--username", "helpdesk", "--auth", "trust"]
        how = ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
        if self._launch([self._programs / "initdb", "--pgdata", self.data, *who, *how]).wait() != 0:
            raise RuntimeError(self._last_words())
        self.run()

    def run(self) -> None:
        """Start it on the data it has, after a crash with the recovery that this needs."""
        settings = {**_SETTINGS, "unix_socket_directories": str(self.folder)}
        settings["synchronous_commit"] = "on" if self.durable else "off"
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self.process = self._launch([self._programs / "postgres", "-D", self.data, *options])
        self._wait_until_ready(self.process)

    def crash(self) -> None:
        """End it at once, without a checkpoint, as `pg_ctl stop -m immediate` does."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()

    def stop(self) -> None:
        """End it at once: its data goes as well."""
        self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _launch(self, command: list[str | Path]) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={"PATH": os.defpath, "LC_ALL": "C"},
                user=self.user,
                group=None if self.user is None else _group_of(self.user),
                extra_groups=None if self.user is None else [],
            )

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        # postmaster.pid has the server's state in its eighth line, without asking it for a connection.
        deadline = time.monotonic() + _SECONDS_TO_START
        state = self.data / "postmaster.pid"
        while not (state.exists() and state.read_text().split("\n")[7:8] == ["ready   "]):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self._last_words())
            time.sleep(0.01)

    def _last_words(self) -> str:
        return " / ".join(self.log.read_text(errors="replace").strip().split("\n")[-5:])


def _group_of(user: str) -> int:
    return pwd.getpwnam(user).pw_gid


def main(run: Path) -> None:
    """Hold a server until the run is over."""
    server = Server()
    try:
        server.start()
        (run / KEPT).touch()
        print(f"ready {server.address}", flush=True)
        with (run / "alive").open() as alive:
            fcntl.flock(alive, fcntl.LOCK_EX)
    except RuntimeError as error:
        print(error, flush=True)
    finally:
        server.stop()
    if (run / KEPT).exists():
        shutil.rmtree(run, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
