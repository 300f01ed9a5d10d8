"""Looking at real processes: who is whose child, who is gone, what a family of them costs."""

import os
import re
import signal
from pathlib import Path

from tests.support.waiting import until

_PSS = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


def gone(pid: int) -> bool:
    """Whether no process has this id any more (a dead one that nobody asked about yet is gone, too)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state.rpartition(")")[2].split()[0] == "Z"


def family(pid: int) -> dict[int, str]:
    """The living descendants of a process, itself included: id → command line."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents[int(entry.name)] = int(fields[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return {member: _command_line(member) for member in sorted(found) if not gone(member)}


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def wait_until_gone(pids: list[int], *, within: float) -> None:
    """Raises AssertionError naming who is left."""
    until(
        lambda: not [pid for pid in pids if not gone(pid)],
        within=within,
        what=f"the end of the processes { {pid: _command_line(pid) for pid in pids} }",
    )


def kill_all(pids: list[int]) -> None:
    """Kill what is left of processes that a test started, by id."""
    for pid in pids:
        if not gone(pid):
            os.kill(pid, signal.SIGKILL)


def kill_at_once(pids: list[int]) -> None:
    """As when the power goes: none of them does anything more after the first has stopped, however it was set up."""
    for sign in (signal.SIGSTOP, signal.SIGKILL):
        for pid in pids:
            if not gone(pid):
                os.kill(pid, sign)


def proportional_set_size(pid: int) -> int:
    """Bytes of memory that this process costs, what is shared counted in shares (proc(5), smaps_rollup)."""
    found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    assert found is not None
    return int(found[1]) * 1024
