"""helpdesk/conversation/leading/grave: each recogniser against its table of texts in `texts`, all invented.

A line that begins with "+" is the matter, one with "-" only looks like it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpdesk.conversation.leading.grave.bombs import bomb_found
from helpdesk.conversation.leading.grave.cheated import was_cheated
from helpdesk.conversation.leading.grave.danger import in_danger
from helpdesk.conversation.leading.grave.death import somebody_has_died
from helpdesk.conversation.leading.grave.despair import wants_to_die
from helpdesk.conversation.leading.grave.foreign import citizen_abroad, has_become_a_citizen, no_citizen
from helpdesk.text.short_forms import written_out

TEXTS = Path(__file__).parent / "texts"

TABLES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("bombs", bomb_found),
    ("cheated", was_cheated),
    ("danger", in_danger),
    ("death", somebody_has_died),
    ("despair", wants_to_die),
    ("foreign", no_citizen),
)


def _lines(table: str, sign: str) -> list[str]:
    written = (TEXTS / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [written_out(line[2:]) for line in written if line.startswith(f"{sign} ")]


@pytest.mark.parametrize(("table", "known"), TABLES)
def test_the_matter_is_known_however_it_is_said(table: str, known: Callable[[str], bool]) -> None:
    texts = _lines(table, "+")
    assert len(texts) >= 60
    assert [text for text in texts if not known(text)] == []


@pytest.mark.parametrize(("table", "known"), TABLES)
def test_what_only_looks_like_it_is_left_alone(table: str, known: Callable[[str], bool]) -> None:
    texts = _lines(table, "-")
    assert len(texts) >= 40
    assert [text for text in texts if known(text)] == []


@pytest.mark.parametrize(("table", "known"), TABLES)
def test_what_is_said_here_every_day_is_none_of_them(table: str, known: Callable[[str], bool]) -> None:
    texts = _lines("none", "-")
    assert len(texts) > 100
    assert [text for text in texts if known(text)] == [], table


@pytest.mark.parametrize("text", ["mẹ tôi mắt rồi", "chồng tôi chóng mặt", "mẹ tôi qua đổi thẻ hôm qua"])
def test_accents_say_that_nobody_died(text: str) -> None:
    assert not somebody_has_died(text)


@pytest.mark.parametrize(
    "text",
    [
        "toi dang o ben lao lam ray thang sau moi ve",
        "toi nguoi viet di lam ben lao, ve lam duoc khong",
        "chong toi di lam ben Lao chua ve, gui can cuoc ve lam duoc khong",
        "con trai tui đi làm ở Malaysia chưa về thì làm sao có mức 2",
    ],
)
def test_who_works_across_the_border_is_a_citizen_who_is_away(text: str) -> None:
    assert (citizen_abroad(text), no_citizen(text)) == (True, False)


@pytest.mark.parametrize("text", ["xin giay thong hanh di lao", "vo toi nguoi lao", "lam ho chieu di lao"])
def test_who_wants_a_passport_or_is_a_foreigner_is_no_citizen_who_is_away(text: str) -> None:
    assert not citizen_abroad(text)


@pytest.mark.parametrize(
    "text", ["toi goc lao nhung co can cuoc viet nam roi", "vợ tôi gốc Lào đã có quốc tịch Việt Nam"]
)
def test_who_has_a_card_of_this_country_is_like_everybody(text: str) -> None:
    assert (has_become_a_citizen(text), no_citizen(text)) == (True, False)
