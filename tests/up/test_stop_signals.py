"""Being asked to stop is noted, whenever it comes."""

import os
import signal
import subprocess
import sys
import time

import pytest

from helpdesk.up.stop_signals import StopSignals


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_pause_ends_when_we_are_asked_to_stop(asked: signal.Signals) -> None:
    # Whoever runs the tests under nohup has them ignore a closed terminal.
    outside = signal.signal(asked, signal.default_int_handler)
    try:
        with StopSignals() as signals:
            assert signals.pause(0) is False
            os.kill(os.getpid(), asked)
            assert signals.pause(60) is True
            assert signals.told is True
            assert signals.told_again is False
        assert signal.getsignal(asked) is signal.default_int_handler
    finally:
        signal.signal(asked, outside)


def test_two_signals_in_a_breath_are_one_wish_and_a_later_one_is_impatience() -> None:
    with StopSignals() as signals:
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
        assert signals.pause(60) is True
        assert signals.told_again is False
        until_later = time.monotonic() + 1.05
        while time.monotonic() < until_later:
            signals.pause(until_later - time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)
        assert signals.pause(60) is True
        assert signals.told_again is True


_IGNORES = """
import os, signal
from helpdesk.up.stop_signals import StopSignals
signal.signal(signal.SIGHUP, signal.SIG_IGN)
with StopSignals() as signals:
    os.kill(os.getpid(), signal.SIGHUP)
    print(signals.pause(0.05))
"""


def test_under_nohup_a_closed_terminal_is_no_reason_to_stop() -> None:
    said = subprocess.run([sys.executable, "-c", _IGNORES], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
