"""The port of the web server: tried before anything starts, and kept from others meanwhile."""

import errno
import os
import socket
import sys
import time

from helpdesk.up.faults import CannotStart

_SECONDS_FOR_A_DYING_SERVER = 1.5
"""After a `kill -9` the old web server still needs a moment to go."""


class ClaimedPort:
    """A port that no other program can listen on until `close`, while our web server can.

    Our web server shares it with SO_REUSEPORT, so that its processes may listen side by side. For that reason
    two servers of ours could also listen on one port without noticing; the claim prevents it (on Linux).
    """

    def __init__(self, host: str, port: int, *, patience: float = _SECONDS_FOR_A_DYING_SERVER) -> None:
        """Raises CannotStart in one plain line, after `patience` seconds for a server that is on its way out."""
        self._family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._address = (host, port)
        deadline = time.monotonic() + patience
        while (fault := self._fault()) == errno.EADDRINUSE and time.monotonic() < deadline:
            time.sleep(0.05)
        if fault:
            raise CannotStart(_plainly(fault, host, port))
        self._claim = self._claimed()

    def _fault(self) -> int:
        """0 where a server could listen, else the errno that says why not."""
        with socket.socket(self._family) as trial:
            # Connections of the last run that are still fading away do not matter; a listener does.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(self._address)
            except OSError as error:
                return error.errno or errno.EINVAL
        return 0

    def _claimed(self) -> socket.socket | None:
        if sys.platform != "linux":
            return None
        claim = socket.socket(self._family)
        claim.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        try:
            claim.bind(self._address)  # bound, never listening: nobody connects to it
        except OSError:  # another program's connections are fading away
            claim.close()
            return None
        return claim

    def outlive_exec(self) -> None:
        """Keep the claim when this process becomes another program."""
        if self._claim is not None:
            os.set_inheritable(self._claim.fileno(), True)

    def close(self) -> None:
        """Give the port free."""
        if self._claim is not None:
            self._claim.close()


def _plainly(fault: int, host: str, port: int) -> str:
    other = port + 1 if port < 65535 else 8000
    if fault == errno.EADDRINUSE:
        return (
            f"port {port} is taken by another program: stop that, or take another port: make run PORT={other}"
        )
    if fault == errno.EACCES:
        return f"port {port} is not for ordinary users: take one from 1024 on, for example make run PORT=8000"
    return f"cannot listen on {host} port {port} ({os.strerror(fault)}): set HELPDESK_BIND to an address of this machine"
