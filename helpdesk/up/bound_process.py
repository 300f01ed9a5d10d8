"""Child processes that do not outlive their parent, however hard the parent dies."""

import os
import signal
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1
"""prctl(2): send this process a signal when the thread that started it is gone."""

_PR_SET_CHILD_SUBREAPER = 36
"""prctl(2): children of a dead child of ours become ours instead of init's."""

# Runs in the child between fork and the wanted program: a preexec_fn would do the same, but is unsafe as
# soon as the parent has threads. It asks for SIGTERM at the parent's death, looks whether the parent died
# before it could ask, and becomes the program: same process id, no memory left.
_LAUNCHER = f"""
import ctypes, os, sys
parent, command = int(sys.argv[1]), sys.argv[2:]
ctypes.CDLL(None).prctl({_PR_SET_PDEATHSIG}, {int(signal.SIGTERM)})
if os.getppid() != parent:
    sys.exit(1)
try:
    os.execv(command[0], command)
except OSError as error:
    sys.exit(f"cannot run {{command[0]}}: {{error.strerror}}")
"""


def bound_to_this_process(command: Sequence[str]) -> list[str]:
    """`command` (its first part an absolute path) as a command line that the kernel ends after this process.

    On Linux the child gets SIGTERM when the thread that starts it is gone, even after a `kill -9`; start it
    from a thread that lives as long as the child should, which is as a rule the main one. Costs about 20 ms.
    Other systems have no such promise: there the command comes back as it is.
    """
    if sys.platform != "linux":
        return list(command)
    return [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(os.getpid()), *command]


def bind_this_process_to(parent: int) -> None:
    """The same from inside a child that somebody else's code forked: it gets SIGTERM when `parent` is gone."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM))
    if os.getppid() != parent:
        sys.exit(1)


def adopt_orphans() -> None:
    """Have what a child leaves behind become this process's own child, so that its end can be waited for."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
