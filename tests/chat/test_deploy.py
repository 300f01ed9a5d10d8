"""helpdesk/chat/deploy.py: the flows that run after `# deploy`, and what is not deployed."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpdesk.chat.deploy import deploy
from helpdesk.chat.player import play
from helpdesk.chat.practice import practice_runtime
from helpdesk.chat.script import ChatScriptError
from helpdesk.clock import FixedClock
from helpdesk.conversation.engine.structure import Ask, Do, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.model import Script
from helpdesk.runtime import Runtime

SHIPPED = load()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    return practice_runtime(
        FixedClock(datetime(2026, 12, 1, 2, tzinfo=UTC)), data=tmp_path_factory.mktemp("data")
    )


@pytest.fixture
def runtime(practice: Runtime) -> Iterator[Runtime]:
    """With the flows as they are shipped."""
    before = practice.house
    yield practice
    practice.house = before


def deployed(runtime: Runtime, *changes: str) -> Script:
    """The script that runs after changes."""
    for change in changes:
        deploy(runtime, change)
    return runtime.house.script


def test_a_renamed_step_is_led_to_by_its_new_name_and_has_its_words_in_every_language(
    runtime: Runtime,
) -> None:
    script = deployed(runtime, "book.who renamed for_whom")
    names = script.structure.step("book", "names")
    assert isinstance(names, Do)
    assert names.exits["unknown"] == Target.parse("for_whom")
    assert "who" not in script.structure.flows["book"].steps
    for language in SHIPPED.languages:
        assert script.texts("book", "for_whom", language) == SHIPPED.texts("book", "who", language)


def test_what_would_do_the_same_for_ever_is_not_deployed(runtime: Runtime) -> None:
    why = "'smartphone' leads back to 'next', and nothing is asked or said on the way"
    with pytest.raises(ValueError, match=why):
        deploy(runtime, "steps.smartphone removed next")


def test_a_removed_step_is_passed_by(runtime: Runtime) -> None:
    script = deployed(runtime, "steps.smartphone removed list")
    sim = script.structure.step("steps", "sim")
    assert isinstance(sim, Ask)
    assert [str(target) for target in sim.choices] == ["list", "list", "list"]
    assert script.languages == SHIPPED.languages


def test_an_exit_leads_elsewhere_and_nothing_else_does(runtime: Runtime) -> None:
    before, now = (
        script.structure.step("book", "consent")
        for script in (SHIPPED, deployed(runtime, "book.consent 2 leads who"))
    )
    assert isinstance(before, Ask)
    assert isinstance(now, Ask)
    assert now.choices == (before.choices[0], Target.parse("who"))


def test_other_words_change_no_structure(runtime: Runtime) -> None:
    script = deployed(runtime, "book.who says Đặt cho những ai?")
    assert script.edition == SHIPPED.edition
    assert script.flows["book"].texts["who"].slots[Slot.ASK].sms == "Đặt cho những ai?"


def test_changes_add_up_until_the_shipped_flows_are_deployed(runtime: Runtime) -> None:
    both = deployed(runtime, "book.who renamed for_whom", "book.consent 2 leads for_whom")
    assert both.edition not in (SHIPPED.edition, deployed(runtime, "shipped").edition)
    assert runtime.house.script == SHIPPED


def test_a_folder_is_deployed_whole(runtime: Runtime, tmp_path: Path) -> None:
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder)
    path = folder / "thanks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("cảm ơn", "cám ơn"), encoding="utf-8")
    (changed,) = deployed(runtime, str(folder)).flows["thanks"].texts.values()
    assert "cám ơn" in changed.slots[Slot.SAY].sms


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param("book.nowhere renamed here", "there is no step book.nowhere", id="no such step"),
        pytest.param("book.consent 3 leads who", "book.consent has no exit '3'", id="no such choice"),
        pytest.param("book.places lost leads who", "book.places has no exit 'lost'", id="no such outcome"),
        pytest.param("book.check says Chào", "book.check says nothing", id="a step without words"),
        pytest.param("menu.menu removed end gone", "menu would begin with its end", id="no beginning"),
        pytest.param("book.who removed nowhere", "nowhere", id="what the checker refuses"),
        pytest.param("book.who says {code}", "code", id="a text that cannot be said there"),
        pytest.param("no/such/folder", "a folder, or 'shipped'", id="no such folder"),
    ],
)
def test_what_cannot_be_is_not_deployed(runtime: Runtime, change: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        deploy(runtime, change)
    assert runtime.house.script == SHIPPED


def test_in_a_script_it_is_told_with_its_line() -> None:
    with pytest.raises(ChatScriptError, match="line 2: # deploy nothing"):
        play("# now 2026-12-01T09:00\n# deploy nothing\n")
