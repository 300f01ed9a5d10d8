"""Run all benchmarks and print them beside their budgets."""

import sys

from bench import inside, memory, size, turns


def main() -> None:
    """Print every figure; a budget that is broken is said in words, not by the exit code (machines differ)."""
    print(f"turns: {turns.REQUESTS} requests, {turns.CONNECTIONS} connections, {turns.PROCESSES} server processes, "
          f"SQLite, median of {turns.ROUNDS} rounds")  # fmt: skip
    figures = turns.measure()
    bare = figures[0].result
    budgets = {"menu turn": (0.4, 5), "booking turn": (0.2, 8)}
    for figure in figures:
        result = figure.result
        line = f"  {figure.name:13} {result.per_second:7.0f} requests/s   p50 {result.p50:6.1f} ms   p99 {result.p99:6.1f} ms"
        if figure.name in budgets:
            least, most = budgets[figure.name]
            rate, tail = result.per_second / bare.per_second, result.p99 / bare.p99
            line += f"   rate {rate:.2f} of bare (budget {least} or more: {_verdict(rate >= least)})"
            line += f"   p99 {tail:.1f} times (budget {most} or less: {_verdict(tail <= most)})"
        print(line + (f"   FAILED {result.failed}" if result.failed else ""))
        sys.stdout.flush()
    step = inside.engine_step()
    print(f"engine, one menu step: {step:.1f} µs (budget 100: {_verdict(step < 100)})")
    for name, cost in inside.understanding().items():
        print(
            f"understanding against 200 places, {name}: {cost:.0f} µs (budget 500 typical, 2000 worst: {_verdict(cost < 2000)})"
        )
    limits = {"menu": 8}
    for name, count in inside.statements().items():
        limit = limits.get(name, 20)
        print(f"statements, {name}: {count} (budget {limit}: {_verdict(count <= limit)})")
    size.show(_verdict)
    print("memory of helpdesk up, proportional set size:")
    for name, megabytes in memory.measure().items():
        print(f"  {name:12} {megabytes:6.1f} MB")


def _verdict(kept: bool) -> str:
    return "kept" if kept else "BROKEN"


if __name__ == "__main__":
    main()
