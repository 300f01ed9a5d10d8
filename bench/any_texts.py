"""100,000 random and mutated texts at every question of every flow, by a seed; part of `make simulate`.

`python -m bench.any_texts --texts 100000 --seed 1`. Exit code 1 when a turn failed, cost more than it may, could not be
taken up again, or kept a number that must not be kept.
"""

import argparse
import logging
import sys
import time
from collections import Counter
from collections.abc import Sequence

from tests.support.any_texts import AnyText
from tests.support.any_turns import AnyTurns, Spot, any_turns

SHOWN = 10
LOOKED_AT = 500
"""Texts after which the progress is told and the time is looked at."""


def say_any(turns: AnyTurns, *, texts: int, minutes: float) -> tuple[int, Counter[str]]:
    """Say texts until there are enough or the time is over; how many, and what was wrong, each with how often."""
    until = time.monotonic() + minutes * 60
    wrong: Counter[str] = Counter()
    spots = sorted(turns.found.states)
    for number in range(texts):
        if number % LOOKED_AT == 0:
            if time.monotonic() > until:
                return number, wrong
            if sys.stderr.isatty():
                print(f"\r  any texts  {number} of {texts}", end="", file=sys.stderr, flush=True)
        spot = spots[number % len(spots)]
        wrong.update(_faults(turns, spot, turns.texts.draw()))
    return texts, wrong


def _faults(turns: AnyTurns, spot: Spot, text: AnyText) -> list[str]:
    try:
        found = turns.faults(spot, text)
    except Exception as error:  # noqa: BLE001 - told with the text that did it, and the run goes on
        found = [f"{type(error).__name__}: {error}"[:200]]
    return [f"{'.'.join(spot)} {text.text[:80]!r}: {why}" for why in found]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.any_texts", description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=40, help="bound")
    asked = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    with any_turns(asked.seed, explored=2500) as turns:
        said, wrong = say_any(turns, texts=asked.texts, minutes=asked.minutes)
        reached, all_questions = len(turns.found.states), len(turns.questions())
    print(f"any texts, seed {asked.seed}: {said} texts at {reached} of {all_questions} questions")
    print(f"  wrong      {wrong.total()}")
    cut = "" if said == asked.texts else f": cut short at {asked.minutes:g} minutes"
    print(f"  took       {time.monotonic() - began:.0f} s{cut}", flush=True)
    for why, times in wrong.most_common(SHOWN):
        print(f"  WRONG      {times} x {why}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
