"""A private Redis server in a data folder: started, watched and stopped by this process."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from helpdesk.up.bound_process import bound_to_this_process
from helpdesk.up.redis_program import EmbeddedRedisError, find_program

__all__ = ["DataFolderInUse", "EmbeddedRedis", "EmbeddedRedisError"]

LONGEST_SOCKET_PATH = 103
"""Bytes: sockaddr_un has room for 108 on Linux and 104 on macOS, the closing zero included."""

_SECONDS_TO_ANSWER = 30.0
_SECONDS_TO_STOP = 10.0
# After `kill -9` of its parent the old server still needs a moment to write its last second and go.
_SECONDS_FOR_A_DYING_SERVER = 2.0
_POLL = 0.01
_LOG_STAMP = re.compile(r"^\d+:\w+ .+? [.\-*#] ")


class DataFolderInUse(EmbeddedRedisError):
    """Another server is alive on this data folder."""


class EmbeddedRedis:
    """A Redis server on a unix socket, with its data in `data_dir` (made if missing).

    It listens on no port, refuses writes rather than evicting, and if `persistent` keeps an append-only file
    flushed every second. It stands in a session of its own, so Ctrl-C and a closed terminal reach its users
    first; on Linux it also ends when this process is killed (start it from the main thread, see
    `bound_to_this_process`). Its own messages are in `redis.log` in the folder, of the latest start only.

    Raises EmbeddedRedisError when it cannot start or does not answer within `within` seconds,
    DataFolderInUse when a live server has the folder, RedisProgramMissing when there is no server program.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        persistent: bool = True,
        program: Path | None = None,
        within: float = _SECONDS_TO_ANSWER,
    ) -> None:
        program = program or find_program()
        self._folder = data_dir.absolute()
        self._log = self._folder / "redis.log"
        claim = _claim(self._folder)
        self._socket_folder = _socket_folder(self._folder)
        self._socket = self._socket_folder / "redis.sock"
        try:
            self._process = self._launch([str(program), *self._options(persistent)], claim)
            os.write(claim, str(self._process.pid).encode())
        except OSError as error:
            self._remove_socket_folder()
            raise EmbeddedRedisError(f"Redis does not start: {error.strerror}") from error
        finally:
            os.close(claim)  # from here on the server alone holds it, and so exactly as long as it lives
        try:
            self._wait_for_answer(within)
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The address for redis-py and RQ, "unix:///…"."""
        return f"unix://{quote(str(self._socket))}"

    @property
    def pid(self) -> int:
        """Process id of the server."""
        return self._process.pid

    def poll(self) -> int | None:
        """None while the server lives, then its exit code (negative: the signal that ended it)."""
        return self._process.poll()

    def stop(self, *, within: float = _SECONDS_TO_STOP) -> None:
        """End the server: asked first, so that it writes everything down; killed after `within` seconds."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(within)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._remove_socket_folder()

    def _remove_socket_folder(self) -> None:
        if self._socket_folder != self._folder:
            shutil.rmtree(self._socket_folder, ignore_errors=True)

    def _options(self, persistent: bool) -> list[str]:
        options = {
            "dir": str(self._folder),
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "port": "0",
            "protected-mode": "no",  # nobody but this user can reach the socket
            "daemonize": "no",
            "save": "",
            "appendonly": "yes" if persistent else "no",
            "appendfsync": "everysec",
            # plain commands: readable by whichever Redis or Valkey is found at the next start, older or newer
            "aof-use-rdb-preamble": "no",
            "maxmemory-policy": "noeviction",
        }
        return [part for name, value in options.items() for part in (f"--{name}", value)]

    def _launch(self, command: list[str], claim: int) -> subprocess.Popen[bytes]:
        with self._log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - a server program and fixed options, no shell
                bound_to_this_process(command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=[claim],
            )

    def _wait_for_answer(self, within: float) -> None:
        deadline = time.monotonic() + within
        while not _answers(self._socket):
            if self._process.poll() is not None:
                raise EmbeddedRedisError(f"Redis ended at its start: {self._last_words()} (see {self._log})")
            if time.monotonic() > deadline:
                raise EmbeddedRedisError(f"Redis did not answer within {within:g} seconds (see {self._log})")
            time.sleep(_POLL)

    def _last_words(self) -> str:
        lines = self._log.read_text(errors="replace").split("\n")
        spoken = [line for line in lines if line.strip()]
        return _LOG_STAMP.sub("", spoken[-1]).strip() if spoken else "it said nothing"


def _claim(folder: Path) -> int:
    """An exclusive lock on the folder, as a file descriptor for the server to hold while it lives."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        claim = os.open(folder / "redis.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise EmbeddedRedisError(
            f"cannot keep Redis data in {folder}: {error.strerror}; make it writable or set HELPDESK_DATA"
        ) from error
    deadline = time.monotonic() + _SECONDS_FOR_A_DYING_SERVER
    while not _locked(claim):
        if time.monotonic() > deadline:
            holder = os.read(claim, 20).decode(errors="replace") or "unknown"
            os.close(claim)
            raise DataFolderInUse(
                f"the data folder {folder} is in use by a running Redis server (process {holder});"
                " stop the helpdesk that runs there, or set HELPDESK_DATA to another folder"
            )
        time.sleep(_POLL)
    os.ftruncate(claim, 0)
    return claim


def _locked(claim: int) -> bool:
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _socket_folder(folder: Path) -> Path:
    """The data folder itself, or a private short one where its path cannot be a socket's.

    It may be too long for a socket address; or RQ's worker would stumble over it: it asks for CLIENT INFO, which
    shows the path unquoted among `name=value` pairs that spaces part.
    """
    path = str(folder / "redis.sock")
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH and "=" not in path and len(path.split()) == 1:
        return folder
    return Path(tempfile.mkdtemp(prefix="helpdesk-redis-"))  # mkdtemp makes it 0700


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1.0)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False
