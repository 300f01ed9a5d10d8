"""Every conversation under this folder goes as it is written. `helpdesk chat --script FILE --record` renews one."""

from pathlib import Path

import pytest

from helpdesk.chat.player import difference, play

SCRIPTS = sorted(Path(__file__).parent.glob("*.chat"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    differs = difference(source, play(source))

    assert not differs, (
        f"\n{differs}\nread the difference; when it is right: helpdesk chat --script {path.name} --record"
    )
