"""A sweep in a process that is killed at each of its moments, and what the processes that live make of it."""

from collections.abc import Callable
from typing import Protocol

from tests.faults.deaths import Life
from tests.faults.world import World

BETWEEN_TRANSACTIONS = ("BEGIN", "COMMIT", "committed", "the end")


class Stage(Protocol):
    """Phones and rows of its own, with something due in them."""

    def go_on(self) -> None:
        """What is done after a death by processes that live."""

    def came_of(self) -> object:
        """What became of what was due, comparable."""


def every_death_of(
    sweep: str, stage: Callable[[World], Stage], *, world: World, done: object, every: int = 1
) -> dict[str, object]:
    """How the process ended and what came of it, by the moment of its death ("12 COMMIT"), where that is not `done`.

    A sweep that nothing befalls comes first and has to come to the same. It is killed at all moments between
    transactions, and at one in `every` within them, where it is all the same.
    """

    def lived(fatal: int | None) -> tuple[Life, object]:
        here = stage(world)
        life = world.begin(sweep, fatal=fatal).end()
        world.bury()
        here.go_on()
        return life, here.came_of()

    clean, came = lived(None)
    assert (clean.ended, came) == (0, done)
    otherwise: dict[str, object] = {}
    for fatal, moment in enumerate(clean.moments):
        if fatal % every and moment not in BETWEEN_TRANSACTIONS:
            continue
        died, came = lived(fatal)
        if not died.killed or came != done:
            otherwise[f"{fatal} {moment}"] = died.ended, came
    return otherwise
