"""100,000 random and mutated texts at every question of every flow, by a seed; part of `make simulate`.

`python -m bench.any_texts --seed 1 --jobs 2`. Exit code 1 when a question was not come to, or a turn failed, cost more
than it may, could not be taken up again, or kept a number that must not be kept. `--ways` shows how each question was
come to. Half of the texts are said where communes have told no facts, half where they have.
"""

import argparse
import logging
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from tests.support.any_turns import IN_A_ROW, Said, any_turns
from tests.support.every_question import Spot

SHOWN = 10
TOLD_EVERY = 5000
"""Texts after which the progress is told, by each process for itself."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one process has to do, within so many seconds."""

    number: int
    seed: str
    texts: int
    told: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a share: `ways` has one for each question that was come to."""

    said: Said
    questions: frozenset[Spot]
    ways: dict[Spot, str]


def shares(*, seed: int, texts: int, jobs: int, minutes: float) -> list[Share]:
    """Of the texts, at least two: where no facts are told, and where they are."""
    count = max(2, jobs)
    seconds = minutes * 60 * jobs / count
    sizes = [texts // count + (number < texts % count) for number in range(count)]
    return [Share(n, f"{seed}:{n}", size, told=bool(n % 2), seconds=seconds) for n, size in enumerate(sizes)]


def say_share(share: Share) -> Outcome:
    """Say the texts of a share, or as many as its time lets it."""
    logging.disable(logging.CRITICAL)
    until = time.monotonic() + share.seconds
    with any_turns(share.seed, told=share.told) as turns:
        told = 0
        for said in turns.say_any(share.texts):
            if said.texts >= told + TOLD_EVERY:
                told = said.texts
                print(f"  any texts {share.number + 1}: {told} of {share.texts}", file=sys.stderr, flush=True)
            if time.monotonic() > until:
                break
        ways = {spot: str(standings[0]) for spot, standings in turns.found.items()}
        return Outcome(turns.said, frozenset(turns.questions), ways)


def shown(outcomes: Sequence[Outcome], *, seed: int, texts: int, seconds: float) -> str:
    """The figures as a person reads them."""
    said = sum(outcome.said.texts for outcome in outcomes)
    turns = sorted(one for outcome in outcomes for one in outcome.said.turns) or [0.0]
    p50, p99 = (turns[int(len(turns) * part)] * 1000 for part in (0.5, 0.99))
    questions, reached = outcomes[0].questions, outcomes[0].ways.keys()
    dearest = max((outcome.said for outcome in outcomes), key=lambda one: one.most_segments)
    wrong = Counter(why for outcome in outcomes for why in outcome.said.wrong)
    lines = [
        f"any texts, seed {seed}: {said} texts, {IN_A_ROW} in a row, at {len(reached)} of {len(questions)} questions",
        f"  wrong      {wrong.total()}",
        f"  dearest    {dearest.most_segments} segments for one text: {dearest.costliest[:200]}",
        f"  turn       p50 {p50:.1f} ms   p99 {p99:.1f} ms   of CPU",
        f"  took       {seconds:.0f} s" + ("" if said >= texts else ": cut short at its bound"),
        *(f"  NEVER ASKED {'.'.join(spot)}" for spot in sorted(questions - reached)),
        *(f"  WRONG      {times} x {why}" for why, times in wrong.most_common(SHOWN)),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.any_texts", description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--minutes", type=float, default=40, help="bound")
    parser.add_argument("--ways", action="store_true", help="show how each question was come to")
    asked = parser.parse_args(arguments)
    began = time.monotonic()
    to_say = shares(seed=asked.seed, texts=asked.texts, jobs=asked.jobs, minutes=asked.minutes)
    if asked.jobs == 1:
        outcomes = [say_share(share) for share in to_say]
    else:
        with ProcessPoolExecutor(asked.jobs, multiprocessing.get_context("spawn")) as pool:
            outcomes = list(pool.map(say_share, to_say))
    if asked.ways:
        for spot, way in sorted(outcomes[0].ways.items()):
            print(f"{'.'.join(spot):28} {way[:120]}")
    print(shown(outcomes, seed=asked.seed, texts=asked.texts, seconds=time.monotonic() - began), flush=True)
    missing = any(outcome.questions - outcome.ways.keys() for outcome in outcomes)
    return int(missing or any(outcome.said.wrong for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
