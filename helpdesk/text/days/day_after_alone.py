"""Whether "mot" without its accent is the day after tomorrow: "Y LENG MOT", "mot dk y leng"; and not the number one.

It is a day where it stands by itself: behind the place or a birth year, or in front of the whole wish. "Một người", "một
mình", "cho tôi một chỗ" count, and so does every other "mot".
"""

from helpdesk.text.days.date_reader import DateReader

_COURTESY = frozenset(
    {"nhe", "nha", "nghe", "a", "ah", "oi", "hi", "he", "di", "duoc", "thoi", "luon", "giup", "voi"}
)
_WISHES = frozenset(
    {"dk", "dky", "dki", "dang", "dat", "giu", "ghi", "lam", "toi", "tui", "len", "ra", "xuong", "vao"}
)
_NAMES = frozenset({"ho", "dinh", "cao", "nguyen", "tran", "y", "pham", "hoang", "le", "vo", "ten"})
_YEAR_DIGITS = 4


def is_day_after_alone(reader: DateReader, at: int) -> bool:
    """Whether the unaccented "mot" there is a day by what stands around it."""
    tokens = reader.tokens
    if tokens[at].key != "mot" or not tokens[at].written.isascii():
        return False
    after = reader.key(at + 1)
    if at == 0:
        return after in _WISHES and not _counts(reader, at + 1)
    before = tokens[at - 1]
    beside = at - 1 in reader.taken or (before.is_number and len(before.key) == _YEAR_DIGITS)
    return beside and _ends(reader, at + 1)


def _counts(reader: DateReader, at: int) -> bool:
    """Whether "mot lam", "mot dat" goes on as no wish: "một làm hai"."""
    return reader.key(at) in ("lam", "di") and not reader.key(at + 1)


def _ends(reader: DateReader, at: int) -> bool:
    """Whether nothing that could be counted follows."""
    tokens = reader.tokens
    if at >= len(tokens) or tokens[at].parted or at in reader.taken or tokens[at].is_number:
        return True
    key = reader.key(at)
    if key == "cho":
        return reader.key(at + 1) in _NAMES  # "mốt cho Hồ Văn A", and no "một chỗ"
    return key in _COURTESY | _WISHES | _NAMES - {"vo"}
