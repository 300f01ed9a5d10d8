"""How long what is kept."""

from dataclasses import dataclass
from datetime import timedelta

DEFAULT_KEPT = timedelta(days=365)
"""Everything else. The law names no number of days, only the purpose (Law 91/2025/QH15, articles 3 and 14)."""

ERASED_UNASKED = timedelta(days=15)
"""A request to erase that no official has carried out by then is carried out by itself: the law gives 20 days."""

NOBODY = "(đã xóa)"
"""What stands where a name stood: the counts of who came stay true, and say nothing about anybody."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`kept` counts from the message, or from the day of the opening."""

    kept: timedelta = DEFAULT_KEPT
