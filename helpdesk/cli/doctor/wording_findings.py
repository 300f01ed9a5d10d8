"""What `helpdesk doctor` says of communes, of what they say of themselves, and of texts that nobody has signed."""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from helpdesk.cli.doctor.findings import Finding
from helpdesk.conversation.script.checking.fact_wording import declared_facts, wrong_with
from helpdesk.conversation.script.place_room import places_too_long
from helpdesk.conversation.signing import signatures, unsigned_by_flow
from helpdesk.places.communes import all_communes, all_places
from helpdesk.places.fact_table import Declared
from helpdesk.places.facts import known_facts
from helpdesk.runtime import Runtime


def communes_served(db: sa.Connection, runtime: Runtime) -> Iterator[Finding]:
    """In production no commune is invented, and there is one."""
    if not runtime.settings.in_production:
        return
    communes = all_communes(db)
    if not communes:
        yield False, "communes: none; add one with `helpdesk communes add`"
    for commune in communes:
        if commune.sample:
            yield (
                False,
                f"sample: {commune.name} is a sample commune, residents are offered what is invented; "
                "`helpdesk communes add` ends the sample",
            )


def places(db: sa.Connection, runtime: Runtime) -> Iterator[Finding]:
    """Communes where nobody can book anything, and names for which messages have no room."""
    known = all_places(db)
    served = {place.commune_id for place in known}
    for commune in all_communes(db):
        if commune.id not in served:
            yield False, f"places: {commune.name} has none; load them with `helpdesk places import`"
    for name in places_too_long(runtime.house.script, known):
        yield (
            False,
            f"places: {name} is longer than messages have room for (`place` in flows/placeholders.yaml)",
        )


def facts(db: sa.Connection, runtime: Runtime) -> Iterator[Finding]:
    """Facts that texts name and a commune has not told, or nobody signed, or that there is no room for."""
    script, well = runtime.house.script, not runtime.settings.in_production
    declared = declared_facts(script)
    for commune in all_communes(db):
        known = known_facts(db, commune.id)
        unset = [key for key in declared if key not in known]
        unsigned = [key for key in declared if key in known and not known[key].signed]
        if unset:
            yield well, f"facts: {commune.name} has not told {_of(unset, declared)}; the fallback is said"
        if unsigned:
            held = (
                "it is told in development only"
                if len(unsigned) == 1
                else "they are told in development only"
            )
            yield well, f"facts: nobody signed {_of(unsigned, declared)} of {commune.name}; {held}"
        if not unset and not unsigned:
            yield True, f"facts: {commune.name} has told all {len(declared)}, signed"
        for key in (key for key in declared if key in known):
            for wrong in wrong_with(script, key, known[key].text):
                yield False, f"facts: '{key}' of {commune.name} does not fit: {wrong.english}"


def _of(keys: list[str], declared: Mapping[str, Declared]) -> str:
    return f"{len(keys)} of {len(declared)}: {', '.join(keys)}"


def texts(db: sa.Connection, runtime: Runtime) -> Finding:
    """How many texts nobody has signed, by flow. They are sent all the same; only facts are held back."""
    unsigned, total = unsigned_by_flow(runtime.house.script, signatures(db))
    if not unsigned:
        return True, f"texts: all {total} are signed"
    flows = ", ".join(f"{flow} {count}" for flow, count in unsigned.items())
    return (
        not runtime.settings.in_production,
        f"texts: {sum(unsigned.values())} of {total} are unsigned, and sent all the same (only unsigned facts are "
        f"held back); `helpdesk flows print` has the sheet. By flow: {flows}",
    )
