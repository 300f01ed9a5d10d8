"""helpdesk/conversation/script/checking/text_next.py: who asked about a topic is told what to text next."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.text_next import IN_VAIN, SAYS_NOTHING
from tests.conversation.script.one_flow import found, say

TOPIC = "intents: [why]\naside: true"
DECLARED = 'told:\n  say: "{}"\n  nothing_to_reply: true\n  to: end done\n'
FACT = """\
told:
  say:
    sms: "Gọi {fact_hotline}."
    fallback: "Hỏi Công an xã, hoặc nhắn GOI LAI."
  to: end done
"""


@pytest.mark.parametrize(
    ("steps", "faults"),
    [
        pytest.param(say("Gọi lại: nhắn GOI LAI."), [], id="a word"),
        pytest.param(say("Nhắn 1 hoặc nhắn số khác."), [], id="a number"),
        pytest.param(say("Mức 2 làm ở xã."), [f"7: {SAYS_NOTHING}"], id="nothing"),
        pytest.param(say("Đừng tin ai gọi điện, nhắn tin."), [f"7: {SAYS_NOTHING}"], id="texting at all"),
        pytest.param(FACT, [f"8: {SAYS_NOTHING}"], id="only where the fact is not known"),
        pytest.param(DECLARED.format("Cán bộ sẽ gọi."), [], id="declared"),
        pytest.param(DECLARED.format("Nhắn GOI LAI."), [f"7: {IN_VAIN}"], id="declared in vain"),
        pytest.param(
            'told:\n  say: "Mức 2 làm ở xã."\n  to: asked\nasked:\n  ask: "Đặt chỗ?"\n  expect: yes_no\n'
            '  choices: [{ say: "Có", to: flow menu }, { say: "Không", to: flow menu }]',
            [],
            id="a question follows",
        ),
    ],
)
def test_the_answer_to_a_topic_says_what_to_text(tmp_path: Path, steps: str, faults: list[str]) -> None:
    assert found(tmp_path, steps, head=TOPIC) == faults


def test_what_leads_somewhere_itself_need_not(tmp_path: Path) -> None:
    assert found(tmp_path, say("Mức 2 làm ở xã.")) == []
