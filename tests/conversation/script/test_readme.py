"""The example in flows/README.md does what it says."""

import re
import shutil
from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.checking.exits import ANSWERED_BY_NUMBER
from helpdesk.conversation.script.drawing.draw import draw
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.understanding.answers.expectations import EXPECTATIONS
from tests.support.small_flows import small_flows

README = (FLOWS / "README.md").read_text(encoding="utf-8")
FLOW, ENGLISH = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example among small flows, with the vocabulary that is shipped."""
    flows = small_flows(tmp_path, visit_when=FLOW, **{"languages/en/visit_when": ENGLISH})
    for name in ("placeholders.yaml", "phrases.yaml", "forbidden.yaml"):
        shutil.copy(FLOWS / name, flows / name)
    return flows


def test_the_example_has_no_fault(folder: Path) -> None:
    assert check_folder(folder) == []


def test_it_can_be_drawn_and_serves_its_intent(folder: Path) -> None:
    script = load(folder)
    assert script.flow_for("visit_when") == "visit_when"
    assert draw(script, "visit_when").startswith("<svg ")


def test_its_translation_is_whole(folder: Path) -> None:
    script = load(folder)
    assert set(script.overlays["en"]) == {
        ("visit_when", step) for step, texts in script.flows["visit_when"].texts.items() if texts.slots
    }


def test_every_kind_of_answer_is_explained_with_its_exits() -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]*\| ([^|]*) \| ([^|]*) \|$", README, re.MULTILINE)
    kinds = {kind: set(re.findall(r"`(\w+)`", exits)) for kind, _, exits in rows if kind in EXPECTATIONS}
    assert kinds == {kind: set(expected.outcomes) for kind, expected in EXPECTATIONS.items()}
    numbered = {kind for kind, answer, _ in rows if kind in kinds and "number" in answer}
    assert numbered >= ANSWERED_BY_NUMBER
