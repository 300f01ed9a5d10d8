"""helpdesk/conversation/script/checking/ussd.py: what cannot be told on pages is refused."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import placeholders
from helpdesk.conversation.script.wordings import wordings
from tests.conversation.script.one_flow import ACTIONS_HERE, LISTED
from tests.support.small_flows import flow_file, small_flows

NAMED = '{ ussd_more: { vi: "tiếp" }, ussd_back: { vi: "lùi" } }'
"""With these words beside the keys 167 characters are left of a page; with the bare keys 176."""


def sentence(length: int) -> str:
    return ("ba con oi " * 40)[: length - 1] + "."


def told(sms: str, **variants: str) -> str:
    lines = "".join(f'    {name}: "{words}"\n' for name, words in variants.items())
    return f'told:\n  say:\n    sms: "{sms}"\n{lines}  segments: 2\n  to: end told\n'


def found(tmp_path: Path, steps: str, **files: str) -> list[str]:
    folder = small_flows(tmp_path, why=flow_file(steps), **({"phrases": NAMED} | files))
    faults = check_folder(folder, actions=ACTIONS_HERE)
    return [fault.removeprefix("flows/why.yaml:") for fault in faults if "USSD" in fault]


def parted_only(piece: int, *, line: int = 7) -> list[str]:
    why = (
        f"one piece of {piece} characters on USSD at its longest: 167 fit on a page beside the keys that turn it, "
        "and only sentences and what stands between commas can be parted"
    )
    return [f"{line}: {why}"]


@pytest.mark.parametrize(
    ("steps", "faults"),
    [
        pytest.param(told(sentence(182)), [], id="a full page"),
        pytest.param(
            told(sentence(183)),
            ["7: needs 183 characters on USSD at its longest, 182 fit on a page"],
            id="one character more, which no sentence parts",
        ),
        pytest.param(told(sentence(120) + " " + sentence(120)), [], id="two sentences on two pages"),
        pytest.param(
            told("Chao. " + sentence(167) + " " + sentence(100)),
            [],
            id="a sentence that fits beside the keys",
        ),
        pytest.param(
            told("Chao. " + sentence(168) + " " + sentence(100)),
            parted_only(168),
            id="a sentence that does not",
        ),
        pytest.param(told("Chao. " + sentence(100)[:-1] + ", " + sentence(160)), [], id="parted at a comma"),
        pytest.param(told(sentence(183), ussd="Chao."), [], id="a wording for USSD instead"),
        pytest.param(
            told("Chao.", ussd=sentence(183)),
            ["7: needs 183 characters on USSD at its longest, 182 fit on a page"],
            id="the wording for USSD",
        ),
        pytest.param(
            told("{fact_hotline}", fallback=sentence(183)),
            ["7: needs 183 characters on USSD at its longest, 182 fit on a page"],
            id="a text for want of facts",
        ),
        pytest.param(
            told(sentence(170) + "{fact_hotline}", fallback="Chao."),
            ["7: needs 183 characters on USSD at its longest, 182 fit on a page"],
            id="a fact at its longest",
        ),
        pytest.param(
            told("Chao.", one_way=sentence(250)), [], id="nobody dials a gateway that takes no replies"
        ),
    ],
)
def test_a_text_fits_on_a_page_or_can_be_parted(tmp_path: Path, steps: str, faults: list[str]) -> None:
    assert found(tmp_path, steps) == faults


def test_a_list_is_parted_between_its_lines_however_long_it_is(tmp_path: Path) -> None:
    many = LISTED.replace('option: "{place}"', f'option: "{{place}} {sentence(100)}"\n  segments: 2')
    assert found(tmp_path, many) == []


def test_a_line_of_a_list_must_fit_on_a_page(tmp_path: Path) -> None:
    # "1 ban Ca Roong 1 ba con oi ...", which is 17 characters more.
    long = LISTED.replace('option: "{place}"', f'option: "{{place}} {sentence(151)}"\n  segments: 2')
    assert found(tmp_path, long) == parted_only(168, line=11)


def test_other_languages_are_held_to_the_same(tmp_path: Path) -> None:
    english = f"told:\n  say: '{sentence(183)}'\n  segments: 2\n"
    fault = "flows/languages/en/why.yaml:2: needs 183 characters on USSD at its longest, 182 fit on a page"
    assert found(tmp_path, told("Chao."), **{"languages/en/why": english}) == [fault]


def test_a_letter_outside_gsm_7_is_refused_in_a_wording_for_ussd(tmp_path: Path) -> None:
    folder = small_flows(tmp_path, why=flow_file(told("Chao.", ussd="Chao ທ.")))
    (fault,) = [line for line in check_folder(folder, actions=ACTIONS_HERE) if "GSM-7" in line]
    assert fault.startswith("flows/why.yaml:7: 'ທ' is not in GSM-7")


def test_what_comes_by_sms_too_is_marked_with_a_word_that_is_read(tmp_path: Path) -> None:
    steps = told("Chao.") + "  also_by_sms: maybe\n"
    assert "flows/why.yaml:10: here 'true' or 'false' is expected" in check_folder(
        small_flows(tmp_path, why=flow_file(steps)), actions=ACTIONS_HERE
    )


def test_what_tells_a_new_place_on_a_page_also_comes_by_sms() -> None:
    script = load()
    # Flows that ask nothing are told to others, or read out by an official: never on a page.
    asking = {one.flow for one in wordings(script) if one.part == "ask"}
    told_by_page = {
        (one.flow, one.step)
        for one in wordings(script)
        if one.part == "say" and {"code", "arrival"} <= set(placeholders(one.words)) and one.flow in asking
    }
    kept = {
        (name, step)
        for name, flow in script.flows.items()
        for step, texts in flow.texts.items()
        if texts.also_by_sms
    }
    # What the office changed is news that goes by SMS alone; several bookings have more codes than a text holds; who was
    # booked by somebody else was told by SMS when that was done.
    elsewhere = {("changed_by_office", "fewer"), ("past_booking", "told_here")}
    assert kept == told_by_page - elsewhere | {("day_changed", "all_moved_on")}
    assert kept == {
        ("book", "booked"),
        ("book", "booked_case"),
        ("book", "booked_untold"),
        ("book", "booked_case"),
        ("book", "booked_untold"),
        ("booking_more", "joined"),
        ("booking_more", "joined_untold"),
        ("booking_more", "parted"),
        ("day_changed", "all_moved_on"),
        ("day_changed", "moved_on"),
        ("fix_names", "replaced"),
        ("offer", "booked"),
        ("reschedule", "moved"),
        ("reschedule", "parted"),
    }
