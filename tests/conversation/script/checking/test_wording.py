"""helpdesk/conversation/script/checking/wording.py: letters, phrases never to be said, the vocabulary."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.check import check_folder
from tests.conversation.script.one_flow import found, say
from tests.support.small_flows import small_flows

WORDS = [
    pytest.param(say("Ăn cơm chưa? Đủ ạ."), [], id="accents are folded"),
    pytest.param(
        say("Mời 漢 và 漢"),
        ["6: '漢' is not in GSM-7: with it a message holds 70 characters, not 160"],
        id="not GSM-7",
    ),
    pytest.param(say("Thẻ & SIM"), ["6: '&' is refused by brand-name gateways"], id="refused by gateways"),
    pytest.param(
        say("Gọi {Place}"),
        ["6: '{' is refused by brand-name gateways", "6: '}' is refused by brand-name gateways"],
        id="braces around no placeholder",
    ),
    pytest.param(say(""), ["6: an empty text"], id="empty"),
    pytest.param(
        say("Làm MIEN PHI!"),
        ["6: 'miễn phí' may never be said: the commune decides"],
        id="forbidden without accents",
    ),
    pytest.param(say("Xã không nói miễn phí."), [], id="an exception"),
    pytest.param(
        say("Không nói miễn phí, nhưng miễn phí."),
        ["6: 'miễn phí' may never be said: the commune decides"],
        id="forbidden beside its exception",
    ),
    pytest.param(say("Miền phía tây"), [], id="forbidden only as whole words"),
    pytest.param(
        'a:\n  ask:\n    sms: "A?"\n    one_way: "Miễn phí"\n  choices: [{ say: "Miễn phí", to: end a }]',
        [f"{line}: 'miễn phí' may never be said: the commune decides" for line in (7, 9)],
        id="forbidden in a variant and in a choice",
    ),
]


@pytest.mark.parametrize(("steps", "faults"), WORDS)
def test_a_wording_is_held_to_what_may_be_sent(tmp_path: Path, steps: str, faults: list[str]) -> None:
    assert found(tmp_path, steps) == faults


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        (
            "phrases",
            'a: { vi: "Miễn phí" }',
            "phrases.yaml:1: 'miễn phí' may never be said: the commune decides",
        ),
        (
            "phrases",
            'a: { vi: "{n} 🙂" }',
            "phrases.yaml:1: '🙂' is not in GSM-7: with it a message holds 70",
        ),
        ("phrases", 'a: { vi: "{n}", en: "n" }', "phrases.yaml:1: en: {n} is left out"),
        ("phrases", 'a: { vi: "n", en: "{m}" }', "phrases.yaml:1: en: {m} is not in the vi words"),
        (
            "placeholders",
            'a: { about: "a", longest: "50%" }',
            "placeholders.yaml:1: '%' is refused by brand-name gateways",
        ),
    ],
)
def test_the_vocabulary_is_checked_too(tmp_path: Path, name: str, text: str, fault: str) -> None:
    (told,) = check_folder(small_flows(tmp_path, **{name: text}))
    assert told.startswith(f"flows/{fault}")
