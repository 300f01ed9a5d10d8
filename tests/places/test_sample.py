"""helpdesk/places/sample.py."""

import sqlalchemy as sa

from helpdesk.places import sample
from helpdesk.places.communes import all_communes, all_places, centres
from helpdesk.places.facts import all_facts, facts_of
from helpdesk.places.tables import commune_facts, communes, places


def test_both_communes_come_with_their_centre_and_the_villages_that_are_known(db: sa.Connection) -> None:
    sample.load(db)
    counts: dict[str, int] = {}
    for place in all_places(db):
        counts[place.commune] = counts.get(place.commune, 0) + 1
    assert counts == {"Thượng Trạch": 12, "Dân Hóa": 13}
    assert [(c.code, c.name) for c in centres(db)] == [
        ("trung-tam-thuong-trach", "Thượng Trạch"),
        ("trung-tam-dan-hoa", "Dân Hóa"),
    ]


def test_everything_is_marked_as_sample(db: sa.Connection) -> None:
    sample.load(db)
    assert set(db.execute(sa.select(communes.c.sample)).scalars()) == {True}
    assert set(db.execute(sa.select(places.c.sample)).scalars()) == {True}


def test_sample_facts_say_that_they_are_none_and_nobody_signed_them(db: sa.Connection) -> None:
    sample.load(db)
    assert all_facts(db) == {}
    db.execute(communes.insert().values(code="that", name="Xã thật", sample=False))
    sample.load_facts(db)
    facts = all_facts(db).values()
    assert {(fact.source, fact.signed) for fact in facts} == {("dữ liệu mẫu, không phải của xã", False)}
    real = next(commune.id for commune in all_communes(db) if not commune.sample)
    assert (len(facts), facts_of(db, real, signed_only=False)) == (6, {})


def test_a_sample_fact_that_somebody_corrected_is_left(db: sa.Connection) -> None:
    sample.load(db)
    sample.load_facts(db)
    db.execute(commune_facts.update().values(text="0232.111.222"))
    sample.load_facts(db)
    assert {fact.text for fact in all_facts(db).values()} == {"0232.111.222"}


def test_loading_twice_changes_nothing_and_keeps_what_was_edited(db: sa.Connection) -> None:
    sample.load(db)
    db.execute(places.update().where(places.c.code == "tuoc").values(aliases=["Bản Tuộc cũ"]))
    before = all_places(db)
    sample.load(db)
    assert all_places(db) == before


def test_codes_are_plain_words_that_name_one_place_each() -> None:
    codes = [place.code for place in sample.without_database()]
    assert len(set(codes)) == len(codes) == 25
    assert {"ca-roong-1", "a-ky", "k-ai", "ban-39", "doong"} <= set(codes)
    assert all(code.isascii() and code == code.lower() and " " not in code for code in codes)


def test_without_a_database_the_same_places_are_known(db: sa.Connection) -> None:
    sample.load(db)
    assert [(p.commune, p.code, p.kind, p.name, p.aliases) for p in sample.without_database()] == [
        (p.commune, p.code, p.kind, p.name, p.aliases) for p in all_places(db)
    ]
    assert len({p.id for p in sample.without_database()}) == 25
