"""Whoever keys in whatever: every page is GSM-7 and no longer than a page, and the session never goes silent."""

import random

import pytest

from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.rendering.page_keys import page_keys
from helpdesk.conversation.rendering.render import Manner, render
from helpdesk.text.segments import outside_gsm7, septets
from helpdesk.text.ussd_pages import PAGE, pages
from tests.conversation.engine.test_random_walks import ASKED, COMMON, SCRIPT, standing_at, told, turn
from tests.conversation.ussd.dialling import Dialler
from tests.support.service import Service

LONG = "Nguyễn Thị Phương Thảo Vân Anh"
KEYS = (
    *COMMON.split("|"),
    "98",
    "98",
    "00",
    "1",
    "2",
    "3",
    f"{LONG} 1985, {LONG} 1990, {LONG} 1991",
    "TIENG ANH",
)


def walk(chance: random.Random, flow: str, step: str) -> list[tuple[Saying, ...]]:
    """What is said on a random way from a question, its own asking included."""
    state = standing_at(flow, step)
    said: list[tuple[Saying, ...]] = [(Saying(flow, step, Slot.ASK, state.answers),)]
    here = state
    for _ in range(8):
        after, sayings = turn(here, told(chance.choice(KEYS), here), lambda among: chance.randrange(among))
        said.append(sayings)
        if after is None:
            break
        here = after
    return said


@pytest.mark.parametrize(("flow", "step"), ASKED)
@pytest.mark.parametrize("language", SCRIPT.languages)
def test_every_page_on_random_ways_is_gsm_7_and_fits(flow: str, step: str, language: str) -> None:
    more, back = page_keys(SCRIPT.phrases, language)
    manner = Manner(language, mode="ussd", accents=True)
    longest = {name.removeprefix("fact_"): value.longest["vi"] for name, value in SCRIPT.placeholders.items()}
    for seed in range(5):
        for sayings in walk(random.Random(f"{flow}.{step}.{seed}"), flow, step):
            for facts in (dict, longest.copy):
                for page in pages(render(SCRIPT, sayings, manner, facts), more=more, back=back):
                    assert septets(page) <= PAGE, page
                    assert outside_gsm7(page) == (), page


def test_a_phone_that_keys_in_anything_is_always_answered(service: Service) -> None:
    """The dialler holds every page it is shown to its bounds."""
    chance = random.Random(20261122)
    phone = Dialler(service)
    for _ in range(150):
        if not phone.page.goes_on or chance.random() < 0.05:
            phone.dial(chance.choice(("*123#", "", "*123*3#", "*123*9*9#")))
        else:
            phone.key(chance.choice(KEYS))
