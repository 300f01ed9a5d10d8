"""Who wants to go to the commune, and names no place: "ra xã", "thế thì ra trung tâm", where her village has no day soon."""

import re
from collections.abc import Sequence

from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind

_OFFICE = r"(?:trung tam|tt|uy ban|ubnd|tru so)"
_GOES = re.compile(
    r"\b(?:ra|len|xuong|den|ve|qua|sang)(?: (?:tan|ngoai|tren|duoi|lai|luon))* xa\b(?! (?:xoi|qua|nua|hon|ngai|khong|ko|vay))"
    rf"|\b(?:ra|len|xuong|toi|den|ve|qua|sang|o|tai|lam)(?: (?:tan|o|tai|ngoai|tren|lai|luon))* {_OFFICE}\b"
)
_NOT = re.compile(
    r"\b(?:khong|ko|k|kg|hong|chua|kho|ngai|so|luoi)(?: \w+){0,2} (?:ra|len|xuong|toi|den|ve|qua)\b"
    r"|\b(?:bao xa|may cay|may km|bao nhieu (?:cay|km)|may tieng|cach|xa (?:khong|ko|qua|vay))\b"
)
"""Who cannot go there, and who asks how far it is."""

_LIVES = re.compile(
    r"\b(?:nha|dan|que|nguoi)(?: \w+){0,2} (?:ban|thon|lang)\b|\b(?:o|ben) (?:ban|thon|lang)\b"
    r"|\b(?:(?:19|20)\d\d|tuoi) (?:ban|thon|lang)\b"
)

LONGEST = 12
"""Words of a text that says no more than that."""


def goes_to_centre(key: str) -> bool:
    """Whether a text (its matching key) says so."""
    return _GOES.search(key) is not None and _NOT.search(key) is None


def lives_and_goes(key: str) -> bool:
    """Whether its village is where she lives, and the commune where she wants to go: "nhà ở bản Tuộc, muốn ra xã làm"."""
    return goes_to_centre(key) and _LIVES.search(key) is not None


def centre_of(place_id: int, places: Sequence[Place]) -> Place | None:
    """The centre of the commune of a village; None of what is a centre itself, or has none."""
    village = next((one for one in places if one.id == place_id and one.kind is PlaceKind.VILLAGE), None)
    if village is None:
        return None
    centres = [one for one in places if one.kind is PlaceKind.CENTRE and one.commune_id == village.commune_id]
    return centres[0] if len(centres) == 1 else None
