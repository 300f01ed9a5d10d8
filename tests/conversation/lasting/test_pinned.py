"""helpdesk/conversation/lasting/pinned.py: a deploy in the middle of conversations strands nobody.

Each test edits a copy of the shipped flows into what was running before, begins a conversation with it, and then
deploys the flows as they are.
"""

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from helpdesk.conversation.house import House
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.tables import conversations, flow_editions
from tests.conversation.talk import asked, book, bookings_of, choose, conversation, say, steps, written
from tests.support.service import Service

Edit = Callable[[str], str]
Earlier = Callable[..., None]


@pytest.fixture
def earlier(service: Service, tmp_path: Path) -> Earlier:
    """Runs the service with an earlier script: `earlier(book=…)` edits flows/book.yaml."""

    def running(**edits: Edit) -> None:
        folder = tmp_path / "flows"
        shutil.copytree(FLOWS, folder)
        for flow, edit in edits.items():
            path = folder / f"{flow}.yaml"
            before = path.read_text(encoding="utf-8")
            after = edit(before)
            assert after != before, f"the edit found nothing to change in {path.name}"
            path.write_text(after, encoding="utf-8")
        _run(service, folder)

    return running


def _loaded(folder: Path) -> Script:
    return _shipped() if folder == FLOWS else load(folder)


@cache
def _shipped() -> Script:
    return load()


def _run(service: Service, folder: Path = FLOWS) -> None:
    """Start with the scripts in a folder, as every process does; earlier structures are asked of the database."""
    before = service.runtime.house
    now = House(_loaded(folder), before.clock, before.timetable, before.gateways, before.signed_facts_only)
    with service.engine.begin() as db:
        now.keep_edition(db)
    service.runtime.house = now


def _renamed(old: str, new: str) -> Edit:
    """A step was called otherwise, wherever it is named."""
    return lambda text: re.sub(
        rf"(?m)^(  {old}:)$|(?<=: ){old}$", lambda m: f"  {new}:" if m[1] else new, text
    )


def test_texts_are_current_and_ways_are_those_it_began_with(service: Service, earlier: Earlier) -> None:
    """Then, who said no to the booking was asked for other names, in words that were corrected since."""
    earlier(
        book=lambda text: text.replace("to: not_booked }", "to: who }").replace(
            "Đặt cho ai?", "Cho những ai?"
        )
    )
    assert "Cho nhung ai?" in say(service, "DAT", "1", "1")
    say(service, "Ho Thi Mai 1954")
    pinned_to = conversation(service).edition
    _run(service)
    assert steps(say(service, "2")) == ["book.who"], "the old way, in the new words"
    assert conversation(service).edition == pinned_to
    assert steps(say(service, "Ho Van Ba 1960")) == ["book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]
    assert [person.name for booking in bookings_of(service) for person in booking.people] == ["Ho Van Ba"]
    assert steps(choose(service)) == ["book.confirm"]
    assert steps(say(service, "2")) == ["book.not_booked"], "what begins now goes the new way"
    assert conversation(service).edition == service.runtime.house.script.edition != pinned_to


def test_a_question_that_is_gone_is_left_kindly(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("who", "for_whom"))
    say(service, "DAT", "1", "1")
    assert asked(service) == ("book", "for_whom")
    _run(service)
    assert steps(say(service, "Ho Thi Mai 1954")) == ["changed.sorry", "book.which_opening"]
    assert conversation(service).edition == service.runtime.house.script.edition
    assert steps(say(service, "2")) == ["book.who"], "and goes on from there, with the place she chose"
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]
    assert [booking.opening.day.day for booking in bookings_of(service)] == [4]


def test_what_she_said_after_the_nearest_question_is_kept(service: Service, earlier: Earlier) -> None:
    """She had named everybody; whoever chooses the day once more is not asked for names again."""
    earlier(book=lambda text: _renamed("who", "for_whom")(_renamed("consent", "agreement")(text)))
    choose_in_old_words = say(service, "DAT", "1", "1", "Ho Thi Mai 1954")
    assert asked(service) == ("book", "agreement"), choose_in_old_words
    _run(service)
    assert steps(say(service, "1")) == ["changed.sorry", "book.which_opening"], (
        "and nothing is booked by that 1"
    )
    assert bookings_of(service) == []
    assert steps(say(service, "1")) == ["book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]


def test_a_question_that_is_gone_gives_way_to_a_reminder_and_keeps_what_is_below(
    service: Service, earlier: Earlier
) -> None:
    earlier(reminder=_renamed("one", "single"))
    book(service, opening=3)
    _before_reminding(service)
    choose(service, opening=3, names="Ho Van Ba 1960")
    _remind(service)
    assert asked(service) == ("reminder", "single")
    _run(service)
    assert steps(say(service, "1")) == ["changed.sorry", "reminder.one"], "said anew, and not taken for a yes"
    assert steps(say(service, "1")) == ["reminder.see_you", "book.confirm"]


def test_a_command_works_from_a_question_that_is_gone(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("who", "for_whom"))
    say(service, "DAT", "1", "1")
    _run(service)
    assert steps(say(service, "DAT")) == ["book.where"]


def test_a_no_to_a_question_that_is_gone_is_taken_for_no_wish(service: Service, earlier: Earlier) -> None:
    """Asked nothing, "khong co" is that there is no smartphone."""
    earlier(
        steps=lambda text: re.sub(r"to: smartphone\b", "to: phone", _renamed("smartphone", "phone")(text))
    )
    say(service, "BUOC", "1", "3", "1")
    assert asked(service) == ("steps", "phone")
    _run(service)
    assert steps(say(service, "khong co")) == ["changed.sorry", "steps.smartphone"], (
        "what she answered before is not asked again"
    )
    assert steps(say(service, "khong co")) == ["steps.needs_card"], "what she said of her card is kept"


SIM_LEADS_ON = re.compile(r"to: sim\b")


def test_a_question_taken_out_leads_on_to_what_stands_behind_it_now(
    service: Service, earlier: Earlier, tmp_path: Path
) -> None:
    """She had answered which card she has: the next question is the one that follows that answer now."""
    earlier(thanks=lambda text: text.replace("cảm ơn", "cám ơn"))
    say(service, "BUOC", "1", "2")
    assert asked(service) == ("steps", "sim")
    path = tmp_path / "flows" / "steps.yaml"
    steps_now = re.sub(r"(?ms)^  sim:\n.*?(?=^  smartphone:)", "", path.read_text(encoding="utf-8"))
    path.write_text(
        SIM_LEADS_ON.sub("to: smartphone", steps_now).replace("sim: sim\n", "sim: smartphone\n"),
        encoding="utf-8",
    )
    _run(service, tmp_path / "flows")
    assert steps(say(service, "1")) == ["changed.sorry", "steps.smartphone"]
    # Her own list: the card has run out, and nothing is known of the SIM.
    assert steps(say(service, "1")) == ["steps.needs_both"]


def test_a_flow_that_only_does_and_never_asks_is_given_up_with_an_apology(
    service: Service, tmp_path: Path
) -> None:
    """`flows check` refuses it; whoever texts is answered all the same."""
    folder = Path(shutil.copytree(FLOWS, tmp_path / "flows"))
    path = folder / "steps.yaml"
    steps_now = re.sub(r"(?ms)^  smartphone:\n.*?(?=^  child_card:)", "", path.read_text(encoding="utf-8"))
    path.write_text(
        re.sub(r"to: smartphone\b|smartphone: smartphone\b", _to_next, steps_now), encoding="utf-8"
    )
    _run(service, folder)
    assert steps(say(service, "BUOC", "1", "1", "1")) == ["changed.sorry", "menu.menu"]


def _to_next(found: re.Match[str]) -> str:
    return f"{found[0].split(':')[0]}: next"


def test_nothing_is_done_for_her_behind_a_question_taken_out(
    service: Service, earlier: Earlier, tmp_path: Path
) -> None:
    """She was asked whether it is sure: without that question the answer before it would cancel."""
    book(service)
    earlier(thanks=lambda text: text.replace("cảm ơn", "cám ơn"))
    say(service, "HUY")
    question = asked(service)
    assert question is not None
    flow, sure = question
    assert flow == "cancel"
    path = tmp_path / "flows" / "cancel.yaml"
    path.write_text(_renamed(sure, "other")(path.read_text(encoding="utf-8")), encoding="utf-8")
    _run(service, tmp_path / "flows")
    say(service, "1")
    assert len(bookings_of(service)) == 1


def test_a_step_ahead_that_is_gone_leads_to_the_nearest_question(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("consent", "agreement"))
    say(service, "DAT", "1", "1")
    _run(service)
    assert steps(say(service, "Ho Thi Mai 1954")) == ["changed.sorry", "book.who"]
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]


def test_a_flow_that_is_gone_leads_to_the_menu(service: Service, earlier: Earlier, tmp_path: Path) -> None:
    earlier(thanks=lambda text: text.replace("cảm ơn", "cám ơn"))
    folder = tmp_path / "flows"
    name = "farewell"
    (folder / "menu.yaml").write_text(
        (folder / "menu.yaml").read_text(encoding="utf-8").replace("flow questions", f"flow {name}"),
        encoding="utf-8",
    )
    (folder / f"{name}.yaml").write_text(
        f'flow: {name}\ntitle: Chào\nsteps:\n  a:\n    ask: "Chào?"\n    choices: [{{ say: "Chào", to: end a }}]\n',
        encoding="utf-8",
    )
    _run(service, folder)
    say(service, "menu", "6")
    assert asked(service) == (name, "a")
    _run(service)
    assert steps(say(service, "1")) == ["changed.sorry", "menu.menu"]


def test_what_was_done_stays_done_where_only_its_words_are_gone(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("booked", "done"))
    choose(service)
    _run(service)
    assert steps(say(service, "1")) == ["menu.menu"]
    assert len(bookings_of(service)) == 1


def test_a_menu_of_other_choices_is_not_answered_with_a_number_of_the_old_one(
    service: Service, earlier: Earlier
) -> None:
    earlier(menu=lambda text: re.sub(r"\n      - \{ say: \"Các bước làm\".*", "", text))
    assert "1 Mang theo gi" in say(service, "menu")
    _run(service)
    assert steps(say(service, "1")) == ["changed.sorry", "menu.menu"]


def test_a_text_that_needs_what_was_never_learned_is_not_said(service: Service, earlier: Earlier) -> None:
    """Then, nobody was asked for a place, and the text that now names it did not."""
    earlier(
        book=lambda text: text.replace("found: where", "found: nothing_there").replace(
            "còn chỗ tại {place}.", "còn chỗ."
        )
    )
    say(service, "DAT")
    assert asked(service) == ("book", "nothing_there")
    _run(service)
    assert steps(say(service, "xyz abc")) == ["changed.sorry", "book.where"]


def test_the_way_back_passes_over_questions_that_are_gone(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("which_opening", "when"))
    say(service, "DAT", "1", "1")
    assert asked(service) == ("book", "who")
    _run(service)
    assert steps(say(service, "00")) == ["book.where"]


def test_an_action_that_is_gone_is_not_asked_for(service: Service, earlier: Earlier) -> None:
    earlier(book=lambda text: text.replace("do: check_booking", "do: weigh_booking"))
    say(service, "DAT", "1", "1")
    _run(service)
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.consent"], (
        "the running structure goes on from there"
    )
    assert steps(say(service, "1")) == ["book.booked"]


def _before_reminding(service: Service) -> None:
    service.clock.set(datetime(2026, 12, 4, 10, 0))  # noqa: DTZ001 - commune time


def _remind(service: Service) -> int:
    service.clock.set(datetime(2026, 12, 4, 11, 0))  # noqa: DTZ001 - commune time
    return service.sweep("remind")


def test_a_reminder_over_an_old_conversation_suspends_it(service: Service, earlier: Earlier) -> None:
    earlier(book=lambda text: text.replace("to: not_booked }", "to: who }"))
    book(service, opening=3)
    _before_reminding(service)
    choose(service, opening=3, names="Ho Van Ba 1960")
    pinned_to = conversation(service).edition
    _run(service)
    assert _remind(service) == 1
    assert steps(say(service, "1")) == ["reminder.see_you", "book.confirm"]
    assert conversation(service).edition == pinned_to
    assert steps(say(service, "2")) == ["book.who"]


def test_a_reminder_that_was_worded_otherwise_is_said_all_the_same(
    service: Service, earlier: Earlier
) -> None:
    earlier(reminder=_renamed("one", "single"))
    book(service, opening=3)
    _before_reminding(service)
    choose(service, opening=3, names="Ho Van Ba 1960")
    _run(service)
    assert _remind(service) == 1
    assert [steps(text) for text in written(service, "reminder")] == [["reminder.one"]]
    assert steps(say(service, "1")) == ["reminder.see_you"]


def test_a_question_below_a_reminder_that_is_gone_is_let_go(service: Service, earlier: Earlier) -> None:
    earlier(book=_renamed("confirm", "sure"))
    book(service, opening=3)
    _before_reminding(service)
    choose_in_old_words = say(service, "DAT", "1", "3", "Ho Van Ba 1960")
    assert asked(service) == ("book", "sure"), choose_in_old_words
    _remind(service)
    _run(service)
    assert steps(say(service, "1")) == ["reminder.see_you"]
    assert asked(service) is None


def test_an_edition_that_nobody_knows_any_more_goes_on_with_the_running_one(
    service: Service, earlier: Earlier
) -> None:
    earlier(book=lambda text: text.replace("to: not_booked }", "to: who }"))
    say(service, "DAT", "1", "1")
    _run(service)
    with service.engine.begin() as db:
        running = service.runtime.house.script.edition
        db.execute(conversations.update().values(edition=running))
        db.execute(flow_editions.delete().where(flow_editions.c.id != running))
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.consent"]
    assert steps(say(service, "2")) == ["book.not_booked"]
