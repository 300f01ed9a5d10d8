"""helpdesk/conversation/script/checking/asks_commune.py: the commune is asked only where an answer depends on it."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.asks_commune import IN_VAIN
from tests.conversation.script.one_flow import found

CALL = """\
told:
  say:
    sms: "Gọi {fact_hotline}."
    fallback: "Hỏi Công an xã."
  asks_commune: true
  to: end done
"""
SAME_EVERYWHERE = 'told:\n  say: "Gọi Công an xã."\n  asks_commune: true\n  to: end done\n'


@pytest.mark.parametrize(
    ("steps", "faults"),
    [
        pytest.param(CALL, [], id="a fact of the commune"),
        pytest.param(SAME_EVERYWHERE, [f"6: {IN_VAIN}"], id="the same in every commune"),
    ],
)
def test_the_commune_is_asked_only_for_what_differs(tmp_path: Path, steps: str, faults: list[str]) -> None:
    assert found(tmp_path, steps) == faults
