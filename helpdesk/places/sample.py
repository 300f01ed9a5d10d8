"""Sample places: the villages the press has named so far, until each commune's own list is loaded.

Only names with a source or a hint of one are here. What a commune alone knows is invented, says so in its source,
and is signed by nobody; `helpdesk up` loads it, while scripts of chats begin as a new commune does, with nothing told.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind, commune_facts, communes, places
from helpdesk.store.upsert import insert_if_new
from helpdesk.text.folding import matching_key


@dataclass(frozen=True, slots=True)
class SampleCommune:
    """A commune with its villages: (name, other spellings of it)."""

    code: str
    name: str
    villages: tuple[tuple[str, tuple[str, ...]], ...]


COMMUNES = (
    SampleCommune(
        "thuong-trach",
        "Thượng Trạch",
        (
            ("Cà Roòng 1", ("Ca Rong 1", "Cà Ròng 1", "Ka Roong 1")),
            ("Cà Roòng 2", ("Ca Rong 2", "Cà Ròng 2", "Ka Roong 2")),
            ("Tuộc", ()),
            ("Đoòng", ("Đòng",)),
            ("Bản 39", ()),
            ("Cờ Đỏ", ()),
            ("Cồn Roàng", ("Cồn Ròng",)),
            ("Nịu", ()),
            ("A Ky", ("Aky",)),
            ("Chăm Pu", ("Chămpu",)),
            ("Cu Tồn", ()),
        ),
    ),
    SampleCommune(
        "dan-hoa",
        "Dân Hóa",
        (
            ("Y Leng", ("Yleng",)),
            ("Bãi Dinh", ()),
            ("Cha Lo", ("Chalo",)),
            ("K-Ai", ("Kai", "Ka Ai")),
            ("Ba Loóc", ("Ba Lóc",)),
            ("Hà Nông", ("Hà Noong",)),
            ("Ra Mai", ("Ramai",)),
            ("Lòm", ("Loòm",)),
            ("Ka Oóc", ("Ca Oóc", "Ka Óc")),
            ("Pa Choong", ("Pa Chong",)),
            ("Dộ", ()),
            ("Si", ()),
        ),
    ),
)


NOT_OF_THE_COMMUNE = "dữ liệu mẫu, không phải của xã"
"""The source of every sample fact."""

# Fee, free SIMs and phones on loan are not here: even invented they would sound like a promise.
FACTS: dict[str, dict[str, str]] = {
    "thuong-trach": {
        "hotline": "0232.3999.001",
        "hours": "thứ hai đến thứ sáu, 7h30-11h30 và 13h30-17h",
        "police_place": "cạnh UBND xã",
    },
    "dan-hoa": {
        "hotline": "0232.3999.002",
        "hours": "thứ hai đến thứ sáu, 7h-11h và 13h30-16h30",
        "police_place": "sau lưng UBND xã",
    },
}


def load(db: sa.Connection) -> None:
    """Write the sample communes and places; what is there already is left as it is."""
    for commune in COMMUNES:
        row = {"code": commune.code, "name": commune.name, "sample": True}
        insert_if_new(db, communes, row)
        commune_id = db.execute(sa.select(communes.c.id).where(communes.c.code == commune.code)).scalar_one()
        rows = [
            {
                "commune_id": commune_id,
                "code": place.code,
                "kind": place.kind.value,
                "name": place.name,
                "aliases": list(place.aliases),
                "sample": True,
            }
            for place in _places_of(commune, commune_id, first_id=0)
        ]
        insert_if_new(db, places, rows)


def load_facts(db: sa.Connection) -> None:
    """Write the sample facts of the sample communes, unsigned; what is told already is left as it is."""
    known = sa.select(communes.c.id, communes.c.code).where(communes.c.sample)
    rows = [
        {"commune_id": commune_id, "key": key, "text": text, "source": NOT_OF_THE_COMMUNE}
        for commune_id, code in db.execute(known)
        for key, text in FACTS.get(code, {}).items()
    ]
    if rows:
        insert_if_new(db, commune_facts, rows)


def without_database() -> list[Place]:
    """The sample places as values, numbered in order from 1, for whoever only needs names to match."""
    found: list[Place] = []
    for commune_id, commune in enumerate(COMMUNES, start=1):
        found += _places_of(commune, commune_id, first_id=len(found) + 1)
    return found


def _places_of(commune: SampleCommune, commune_id: int, *, first_id: int) -> list[Place]:
    centre = (PlaceKind.CENTRE, f"trung-tam-{commune.code}", commune.name, (f"UBND xã {commune.name}",))
    villages = [(PlaceKind.VILLAGE, code_of(name), name, aliases) for name, aliases in commune.villages]
    return [
        Place(number, commune_id, commune.name, code, kind, name, aliases)
        for number, (kind, code, name, aliases) in enumerate([centre, *villages], start=first_id)
    ]


def code_of(name: str) -> str:
    """The code of a place called `name`: "Cà Roòng 1" → "ca-roong-1"."""
    return matching_key(name).replace(" ", "-")
