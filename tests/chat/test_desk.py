"""helpdesk/chat/desk.py and the moves `# ring` and `# desk`: what happens to a phone without a text of hers."""

import pytest

from helpdesk.chat.player import difference, play
from helpdesk.chat.script import ChatScriptError, Setting, parse

BEGIN = "# now 2026-12-01T09:00\n# phone 0912345601\n"


def test_a_ring_and_what_an_official_does_are_read_as_moves() -> None:
    moves = [line.move for line in parse("# ring\n# desk call\n# desk not reached")]
    assert moves == [Setting("ring"), Setting("desk", "call"), Setting("desk", "not reached")]


@pytest.mark.parametrize(
    "line",
    [
        "# ring twice",
        "# desk",
        "# desk sing",
        "# desk cancels",
        "# desk cancels snow",
        "# desk postpones rain",
        "# desk cancels rain 2026-12-08",
    ],
)
def test_another_wording_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(ChatScriptError, match="line 2"):
        parse(f"# ring\n{line}")


def test_a_ring_is_a_call_back_and_is_written_down_as_it_happened() -> None:
    script = f"{BEGIN}# ring\n< *\n= ticket callback rang 1 times\n= no reach\n# desk call\n= reach call\n"
    assert difference(script, play(script)) == ""


def test_a_fact_that_is_not_so_is_a_difference() -> None:
    assert "-= call task Tuộc" in difference(f"{BEGIN}= call task Tuộc", play(f"{BEGIN}= call task Tuộc"))
