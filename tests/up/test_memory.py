"""The whole service fits a small computer."""

import sys

from bench.memory import BUDGET_MB, measure

if sys.platform == "linux":  # measured in /proc

    def test_the_whole_service_stays_within_its_budget_of_memory() -> None:
        figures = measure()
        assert sorted(figures) == ["Redis", "in all", "scheduler", "supervisor", "web server", "worker"]
        assert figures["in all"] < BUDGET_MB, figures
