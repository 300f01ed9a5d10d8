import subprocess
import sys

import pytest

from helpdesk.channels.contract import Capabilities
from tests.channels.twilio import samples

CONVERSES = Capabilities(
    two_way=True, free_text=True, numeric_sender=True, bulk_allowed=True, max_segments=10
)
ANNOUNCES = Capabilities(
    two_way=False, free_text=False, numeric_sender=False, bulk_allowed=True, max_segments=10
)


@pytest.mark.parametrize(
    ("sender", "capabilities"),
    [
        pytest.param("+84901000001", CONVERSES, id="number"),
        pytest.param("8088", CONVERSES, id="short code"),
        pytest.param("UBNDTTRACH", ANNOUNCES, id="sender name"),
        pytest.param("XA2", ANNOUNCES, id="sender name with a digit"),
        pytest.param("", CONVERSES, id="none configured, as on a development machine"),
    ],
)
def test_a_number_converses_and_a_name_announces(sender: str, capabilities: Capabilities) -> None:
    assert samples.channel(sender=sender).capabilities == capabilities


def test_a_process_that_only_answers_does_not_load_the_rest_client() -> None:
    code = (
        "import sys, helpdesk.channels.twilio; print('twilio.rest' in sys.modules, 'requests' in sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "False False\n"
