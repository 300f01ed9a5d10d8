"""helpdesk/conversation/signing.py: texts are signed one by one, and a changed text has no signature."""

from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.printing.sheet_texts import Signature, sheet_texts
from helpdesk.conversation.signing import sign_texts, signatures, unsigned_by_flow
from tests.support.small_flows import flow_file, small_flows

WHY = 'told:\n  say: "{}"\n  to: end told'


def script(tmp_path: Path, words: str = "Vì thế.") -> Script:
    return load(small_flows(tmp_path / words, why=flow_file(WHY.format(words))))


def test_a_changed_text_has_no_signature_and_has_it_again_when_changed_back(
    db: sa.Connection, clock: FixedClock, tmp_path: Path
) -> None:
    before, after = script(tmp_path), script(tmp_path, "Vì vậy.")
    texts = list(sheet_texts(before, "vi"))
    assert sign_texts(db, texts, by="Hạnh", now=clock.now()) == len(texts)
    signed = signatures(db)
    assert unsigned_by_flow(before, signed) == ({}, len(texts))
    assert unsigned_by_flow(after, signed) == ({"why": 1}, len(texts))


def test_who_signed_first_stays_the_signer(db: sa.Connection, clock: FixedClock, tmp_path: Path) -> None:
    texts = list(sheet_texts(script(tmp_path), "vi"))
    first = clock.now()
    assert sign_texts(db, texts[:1], by="Hạnh", now=first) == 1
    clock.advance(timedelta(days=1))
    assert sign_texts(db, texts, by="Lực", now=clock.now()) == len(texts) - 1
    assert sign_texts(db, texts, by="Lực", now=clock.now()) == 0
    assert signatures(db)[texts[0].fingerprint] == Signature("Hạnh", first)


def test_what_was_signed_is_kept_word_by_word(db: sa.Connection, clock: FixedClock, tmp_path: Path) -> None:
    sign_texts(db, sheet_texts(script(tmp_path), "vi"), by="Hạnh", now=clock.now())
    words = db.execute(sa.text("SELECT wording FROM text_signatures WHERE flow = 'menu'")).scalars().all()
    assert words == ["Nhắn số:\n1 Thôi"]
