"""People and nothing else, whatever was asked: "Ho Thi Co", "Y Huy", "Ho Thi Khong" are no yes, no command and no "no"."""

from collections.abc import Callable, Sequence

from helpdesk.conversation.understanding.bookings.one_text import NAMES_A_DAY, once
from helpdesk.places.communes import Place
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.people.people_names import parse_people
from helpdesk.text.people.whole_names import only_names


def plainly_named(
    text: str, *, this_year: int, places: Callable[[], Sequence[Place]]
) -> list[list[str | int | None]]:
    """[[name, None], …] of a text that is whole names; [] for every other, also of one with a day in it, and of the name of a village."""
    if not only_names(text) or NAMES_A_DAY.search(fold(text)):
        return []
    key = matching_key(text)
    if any(key == matching_key(name) for place in places() for name in (place.name, *place.aliases)):
        return []
    return once([one.name, one.birth_year] for one in parse_people(text, this_year=this_year))
