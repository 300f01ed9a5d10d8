"""All ways, in the order in which they are gone: of several to one question the first are kept."""

from collections.abc import Iterator, Mapping
from inspect import isfunction
from types import ModuleType

from tests.support.ways_there import (
    after_booking,
    afterwards,
    answers,
    booking,
    by_office,
    changed_days,
    changing,
    persons,
    reminders,
    waiting,
)
from tests.support.ways_there.residents import Way

KINDS: tuple[ModuleType, ...] = (
    booking,
    persons,
    after_booking,
    changing,
    answers,
    reminders,
    waiting,
    changed_days,
    by_office,
    afterwards,
)
"""Every public function that one of these defines is a way."""


def _ways() -> Iterator[tuple[str, Way]]:
    for kind in KINDS:
        for name, way in vars(kind).items():
            if isfunction(way) and not name.startswith("_") and way.__module__ == kind.__name__:
                yield name, way


WAYS: Mapping[str, Way] = dict(_ways())
