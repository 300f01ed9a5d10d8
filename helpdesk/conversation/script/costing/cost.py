"""What a way costs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """A text in is a segment, but for a long list of names; `out` are segments, `typical` fewer."""

    texts_in: int
    messages_out: int
    out: int
    typical: int

    @property
    def order(self) -> tuple[int, int, int]:
        """Cheaper ones sort before dearer ones."""
        return self.out, self.texts_in, self.typical

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.texts_in + other.texts_in,
            self.messages_out + other.messages_out,
            self.out + other.out,
            self.typical + other.typical,
        )


NOTHING = Cost(0, 0, 0, 0)
