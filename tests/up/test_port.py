"""The port is tried before anything starts, and kept while we run."""

import socket
import sys
from collections.abc import Iterator

import pytest

from helpdesk.up.faults import CannotStart
from helpdesk.up.port import ClaimedPort
from tests.support.whole_service import free_port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def claimed(port: int) -> Iterator[ClaimedPort]:
    claim = ClaimedPort("127.0.0.1", port)
    yield claim
    claim.close()


def listener(port: int, *, shared: bool) -> socket.socket:
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    server.bind(("127.0.0.1", port))
    server.listen()
    return server


@pytest.mark.parametrize("shared", [False, True])
def test_a_port_on_which_somebody_listens_is_refused_with_another_to_take(port: int, shared: bool) -> None:
    with listener(port, shared=shared), pytest.raises(CannotStart) as refused:
        ClaimedPort("127.0.0.1", port, patience=0)
    assert str(refused.value) == (
        f"port {port} is taken by another program: stop that, or take another port: make run PORT={port + 1}"
    )


def test_the_highest_port_has_no_higher_one_to_take(port: int) -> None:
    with listener(65535, shared=False), pytest.raises(CannotStart, match=r"make run PORT=8000$"):
        ClaimedPort("127.0.0.1", 65535, patience=0)


def test_a_port_whose_last_connections_fade_away_is_free(port: int) -> None:
    with listener(port, shared=False) as server, socket.create_connection(("127.0.0.1", port)) as client:
        served, _ = server.accept()
        served.close()  # closed here first: this side waits in TIME_WAIT
        assert client.recv(1) == b""
    ClaimedPort("127.0.0.1", port).close()


if sys.platform == "linux":  # elsewhere the port is only tried

    def test_our_web_server_can_listen_on_a_claimed_port_and_nobody_else(
        claimed: ClaimedPort, port: int
    ) -> None:
        listener(port, shared=True).close()
        with pytest.raises(OSError, match="in use"):
            listener(port, shared=False)
        with pytest.raises(CannotStart):
            ClaimedPort("127.0.0.1", port, patience=0)


def test_an_address_of_another_machine_is_refused_in_one_line(port: int) -> None:
    with pytest.raises(CannotStart) as refused:
        ClaimedPort("192.0.2.1", port)  # RFC 5737: belongs to nobody
    assert str(refused.value) == (
        f"cannot listen on 192.0.2.1 port {port} (Cannot assign requested address):"
        " set HELPDESK_BIND to an address of this machine"
    )
