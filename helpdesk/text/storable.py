"""Text that every store and wire can take."""

import re

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")
# ASCII and Latin-1 controls (ISO 6429) but for tab and line ends: nobody types them, and a terminal obeys some.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without NUL (PostgreSQL refuses it) and halves of surrogate pairs (no UTF-8 has them)."""
    return _NOT_STORABLE.sub("", text)


def typeable(text: str) -> str:
    """The text as a keyboard could have given it: storable, and of control characters only tabs and line ends."""
    return _CONTROLS.sub("", text)
