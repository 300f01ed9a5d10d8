"""Names as they are typed into a form or a table: what stands in one must be seen."""

import regex  # type: ignore[import-untyped]

# Controls, formats (zero width, direction marks), halves and private use; and letters made to show nothing, such as
# the Hangul filler (Unicode Standard Annex #44, General_Category and Default_Ignorable_Code_Point).
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]")
_LETTER = regex.compile(r"\p{L}")


def seen(text: str) -> str:
    """The text on one line without what nobody sees; "" where nothing else stands there."""
    return " ".join(_UNSEEN.sub("", " ".join(text.split())).split())


def is_name(text: str) -> bool:
    """Whether a text that was `seen` may be a name: it has a letter, of whatever script."""
    return _LETTER.search(text) is not None
