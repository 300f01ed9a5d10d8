"""A bound process is the program itself, started in a way that its parent's death reaches it."""

import shutil
import subprocess
import sys

from helpdesk.up.bound_process import bound_to_this_process


def test_the_program_takes_over_the_process_and_its_exit_code() -> None:
    shell = shutil.which("sh")
    assert shell is not None
    command = bound_to_this_process([shell, "-c", "echo $$; exit 7"])
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said, _ = process.communicate()
    assert int(said) == process.pid
    assert process.returncode == 7


def test_arguments_arrive_as_they_are() -> None:
    printf = shutil.which("printf")
    assert printf is not None
    awkward = ["", "two words", "Cà Roòng 1", "-c", '"quoted"']
    said = subprocess.run(
        bound_to_this_process([printf, "%s|", *awkward]), capture_output=True, text=True, check=True
    )
    assert said.stdout.split("|")[:-1] == awkward


if sys.platform == "linux":  # elsewhere the command comes back as it is, and starting it fails by itself

    def test_a_program_that_is_not_there_is_reported_in_one_line() -> None:
        said = subprocess.run(
            bound_to_this_process(["/nowhere/redis-server"]), capture_output=True, text=True, check=False
        )
        assert said.returncode != 0
        assert said.stderr == "cannot run /nowhere/redis-server: No such file or directory\n"
