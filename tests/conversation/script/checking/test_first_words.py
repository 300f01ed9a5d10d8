"""helpdesk/conversation/script/checking/first_words.py: what we start with, as one message each."""

from pathlib import Path

from helpdesk.conversation.script.checking.first_words import one_way_messages
from helpdesk.conversation.script.load import load
from tests.support.small_flows import flow_file, small_flows

STEPS = """
look:
  do: look
  exits:
    found: told
    none: end none
told:
  say: "Bản {place}: nghỉ."
  to: why
why:
  do: look
  exits:
    found: asked
    none: end none
asked:
  ask: { sms: "Đổi?", one_way: "Đổi: gọi {fact_hotline}.", fallback: "Đổi: gọi xã." }
  choices: [{ say: "Vâng", to: later }]
later:
  say: "Cảm ơn."
  to: end later
"""


def test_each_way_to_the_first_question_or_the_end_is_one_message_without_accents(tmp_path: Path) -> None:
    script = load(small_flows(tmp_path, why=flow_file(STEPS, head="starts_by_us: true")))
    assert one_way_messages(script) == [
        "Ban {place}: nghi.",
        "Ban {place}: nghi.\nDoi: goi {fact_hotline}.",
        "Ban {place}: nghi.\nDoi: goi xa.",
    ]


def test_what_residents_begin_is_not_among_them(tmp_path: Path) -> None:
    assert one_way_messages(load(small_flows(tmp_path, why=flow_file(STEPS)))) == []
