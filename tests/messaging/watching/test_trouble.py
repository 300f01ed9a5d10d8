"""helpdesk/messaging/watching/trouble.py: every code has its words."""

import pytest

from helpdesk.channels.twilio.errors import ERRORS
from helpdesk.messaging.states import State
from helpdesk.messaging.watching import trouble as words
from helpdesk.messaging.watching.trouble import MAIL_TROUBLES, TROUBLES, trouble


def test_every_code_of_twilio_has_its_words() -> None:
    assert [code for code in ERRORS if code not in TROUBLES] == []


def test_what_the_operator_must_mend_can_be_sent_again_once_it_is() -> None:
    mendable = {code for code, error in ERRORS.items() if error.retryable}
    assert [code for code in mendable if not TROUBLES[code].again] == []


@pytest.mark.parametrize(
    ("channel", "state", "code", "expected"),
    [
        ("twilio", State.FAILED, "21610", words.OPTED_OUT),
        ("twilio", State.FAILED, "http-502", words.OURS),
        ("twilio", State.FAILED, "channel_off", words.OURS),
        ("twilio", State.FAILED, "no_template", words.NOT_REGISTERED),
        ("twilio", State.FAILED, "no_bulk", words.NO_LISTS_HERE),
        ("twilio", State.FAILED, "no_gateway", words.NO_WAY),
        ("twilio", State.FAILED, "99999", words.REFUSED),
        ("twilio", State.FAILED, None, words.REFUSED),
        ("twilio", State.UNCERTAIN, "worker_died", words.NOT_KNOWN),
        ("twilio", State.UNCERTAIN, None, words.NOT_KNOWN),
        ("email", State.FAILED, "550", words.NO_SUCH_MAILBOX),
        ("email", State.FAILED, "unreachable", words.MAIL_NOT_TAKEN),
        ("email", State.UNCERTAIN, "no_answer", words.NOT_KNOWN),
    ],
)
def test_the_words_are_those_of_the_channel_and_the_code(
    channel: str, state: State, code: str | None, expected: words.Trouble
) -> None:
    assert trouble(channel, state, code) == expected


@pytest.mark.parametrize("code", sorted({*TROUBLES, *MAIL_TROUBLES}))
def test_each_says_why_and_what_to_do_in_both_languages(code: str) -> None:
    found = TROUBLES.get(code) or MAIL_TROUBLES[code]
    for said in (found.why, found.do, found.why_in_english, found.do_in_english):
        assert said.endswith(".")
