"""CPU time that processes have used: what bounds the rate of a server that is kept busy, and hardly what others do."""

import os
import sys
from pathlib import Path

from tests.support.processes import family

_TICKS = os.sysconf("SC_CLK_TCK") if sys.platform == "linux" else 1


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and all its living descendants (proc(5), stat). NaN where there is no /proc."""
    if sys.platform != "linux":
        return float("nan")
    return sum(_ticks(member) for member in family(pid)) / _TICKS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = fields[11:13]
    return int(user) + int(system)
