"""helpdesk/cli/doctor/wording_findings.py: what `doctor` says of communes, facts and texts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.cli.doctor import wording_findings
from helpdesk.clock import FixedClock
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.printing.sheet_texts import sheet_texts
from helpdesk.conversation.signing import sign_texts
from helpdesk.people.fact_changes import sign, tell
from helpdesk.places.facts import Fact, write_fact
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from tests.support import builders
from tests.support.small_flows import flow_file, small_flows

SAY = 'told:\n  say: { sms: "Gọi {fact_hotline}.", fallback: "Hỏi xã." }\n  to: end told'


@pytest.fixture
def runtime(sqlite_url: str, clock: FixedClock, tmp_path: Path) -> Iterator[Runtime]:
    """In production, with flows that name one fact; no commune yet."""
    script = load(small_flows(tmp_path, why=flow_file(SAY)))
    settings = Settings(env="production", data=tmp_path)
    runtime = open_runtime(settings, clock=clock, engine=open_database(sqlite_url), script=script)
    yield runtime
    runtime.close()


def facts(db: sa.Connection, runtime: Runtime) -> list[tuple[bool, str]]:
    return list(wording_findings.facts(db, runtime))


def test_what_is_unset_unsigned_or_too_long_is_told_for_each_commune(runtime: Runtime) -> None:
    with runtime.engine.begin() as db:
        here, there = builders.commune(db), builders.commune(db, "Dân Hóa")
        write_fact(db, Fact(there, "hotline", "0232.3999.999.9", "xã"))
        assert facts(db, runtime) == [
            (False, "facts: Thượng Trạch has not told 1 of 1: hotline; the fallback is said"),
            (False, "facts: nobody signed 1 of 1: hotline of Dân Hóa; it is told in development only"),
            (
                False,
                "facts: 'hotline' of Dân Hóa does not fit: 15 characters as it is sent, there is room for 13",
            ),
        ]
        now = runtime.clock.now()
        for commune in (here, there):
            fact = tell(db, Fact(commune, "hotline", "0232.111.222", "xã"), official_id=None, now=now)
            sign(db, fact, by="Hạnh", official_id=None, now=now)
        assert facts(db, runtime) == [
            (True, "facts: Thượng Trạch has told all 1, signed"),
            (True, "facts: Dân Hóa has told all 1, signed"),
        ]


def test_unsigned_texts_are_counted_by_flow(runtime: Runtime) -> None:
    texts = list(sheet_texts(runtime.house.script, "vi"))
    by_flow = Counter(text.flow for text in texts)
    with runtime.engine.begin() as db:
        good, line = wording_findings.texts(db, runtime)
        assert (good, line.split(",")[0]) == (False, f"texts: {len(texts)} of {len(texts)} are unsigned")
        assert line.endswith("By flow: " + ", ".join(f"{flow} {n}" for flow, n in by_flow.items()))
        sign_texts(db, texts[:-1], by="Hạnh", now=runtime.clock.now())
        assert wording_findings.texts(db, runtime)[1].endswith(f"By flow: {texts[-1].flow} 1")
        sign_texts(db, texts, by="Hạnh", now=runtime.clock.now())
        assert wording_findings.texts(db, runtime) == (True, f"texts: all {len(texts)} are signed")


def test_production_has_a_commune_and_none_of_the_sample(runtime: Runtime) -> None:
    with runtime.engine.begin() as db:
        assert [line for _, line in wording_findings.communes_served(db, runtime)] == [
            "communes: none; add one with `helpdesk communes add`"
        ]
        builders.commune(db)
        assert list(wording_findings.communes_served(db, runtime)) == []
        db.execute(sa.text("UPDATE communes SET sample = true"))
        ((good, line),) = wording_findings.communes_served(db, runtime)
        assert (good, line.partition(",")[0]) == (False, "sample: Thượng Trạch is a sample commune")
        runtime.settings = replace(runtime.settings, env="development")
        assert list(wording_findings.communes_served(db, runtime)) == []


def test_a_commune_without_places_is_told(runtime: Runtime) -> None:
    with runtime.engine.begin() as db:
        here = builders.commune(db)
        builders.commune(db, "Dân Hóa")
        builders.place(db, here)
        assert list(wording_findings.places(db, runtime)) == [
            (False, "places: Dân Hóa has none; load them with `helpdesk places import`")
        ]
