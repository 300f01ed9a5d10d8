"""Run all benchmarks and print them beside their budgets."""

import statistics
import sys

from bench import inside, memory, size, turns, understanding

TURN_BUDGETS = ((0.4, 5), (0.2, 8))
"""Of a menu turn and of a booking turn: least rate and most p99, both against the bare view's."""


def main() -> None:
    """Print every figure; a budget that is broken is said in words, not by the exit code (machines differ)."""
    _turns()
    step = inside.engine_step()
    print(f"engine, one menu step: {step:.1f} µs (budget 100: {_verdict(step < 100)})")
    for name, cost in inside.understanding().items():
        print(
            f"understanding against 200 places, {name}: {cost:.0f} µs (budget 500 typical, 2000 worst: {_verdict(cost < 2000)})"
        )
    understanding.show()
    limits = {"menu": 8}
    for name, count in inside.statements().items():
        limit = limits.get(name, 20)
        print(f"statements, {name}: {count} (budget {limit}: {_verdict(count <= limit)})")
    size.show(_verdict)
    print("memory of helpdesk up, proportional set size:")
    for name, megabytes in memory.measure().items():
        print(f"  {name:12} {megabytes:6.1f} MB")


def _turns() -> None:
    print(
        f"turns: {turns.ROUNDS} rounds of {turns.SLICE} requests to each, {turns.CONNECTIONS} connections,"
        f" {turns.PROCESSES} server processes, SQLite; the rate decides; CPU time bounds it, and moves less with what others do"
    )
    figures = turns.measure()
    for series in (figures.bare, *figures.turns):
        rate, cpu = statistics.median(series.per_second), statistics.mean(series.cpu_ms)
        p50, p99 = series.latency(0.5), series.latency(0.99)
        print(
            f"  {series.name:13} {rate:5.0f} requests/s   CPU {cpu:5.2f} ms   p50 {p50:6.1f} ms   p99 {p99:6.1f} ms"
            + (f"   FAILED {series.failed}" if series.failed else "")
        )
    for turn, (least, most) in zip(figures.turns, TURN_BUDGETS, strict=True):
        share, tail = figures.rate(turn), figures.tail(turn)
        print(
            f"  {turn.name:13} rate {share.middle:.2f} of bare in the same round (half of them {share.low:.2f} to {share.high:.2f};"
            f" budget {least} or more: {_verdict(share.middle >= least)}), by CPU time {figures.cpu(turn):.2f};"
            f" p99 {tail:.1f} times (budget {most} or less: {_verdict(tail <= most)})"
        )
    sys.stdout.flush()


def _verdict(kept: bool) -> str:
    return "kept" if kept else "BROKEN"


if __name__ == "__main__":
    main()
