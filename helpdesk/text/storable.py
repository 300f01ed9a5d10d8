"""Text that every store and wire can take."""

import re

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without NUL (PostgreSQL refuses it) and halves of surrogate pairs (no UTF-8 has them)."""
    return _NOT_STORABLE.sub("", text)
