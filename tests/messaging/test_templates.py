"""helpdesk/messaging/templates.py: what may leave where only registered wordings may."""

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.templates import Template, as_registered, register, remove, templates_of, why_not
from tests.support import builders

NAME = "XATTRACH"
PLAIN = "Nhac ba con: {when} co cho tai {place}, ma {code}."
NAMED = f"{NAME}: {PLAIN}"
SIGNED = f"{PLAIN} - {NAME}"
TEXT = "Nhac ba con: thu hai 7/12 co cho tai ban Ca Roong 1, ma 40725."


@pytest.mark.parametrize(
    ("wording", "text", "leaves"),
    [
        pytest.param(PLAIN, TEXT, TEXT, id="as it is"),
        pytest.param(NAMED, TEXT, f"{NAME}: {TEXT}", id="the name put in front"),
        pytest.param(SIGNED, TEXT, f"{TEXT} - {NAME}", id="the name put behind"),
        pytest.param(
            "[xattrach] {what} tai {place}", "Hop tai xa", "[xattrach] Hop tai xa", id="in brackets"
        ),
        pytest.param("XATTRACH {what} tai {place}", "Hop tai xa", "XATTRACH Hop tai xa", id="no other sign"),
        pytest.param(NAMED, f"{NAME}: {TEXT}", f"{NAME}: {TEXT}", id="the name said already"),
        pytest.param(
            PLAIN, "Nhắc bà con: thứ hai 7/12 có chỗ tại bản Cà Roòng 1, mã 40725.", TEXT, id="folded"
        ),
        pytest.param("Nhắc bà con: {what}.", "Nhắc bà con: thứ hai.", "Nhắc bà con: thứ hai.", id="accented"),
        pytest.param("Cam on ba con nhieu.", "Cam on ba con nhieu.", "Cam on ba con nhieu.", id="no blanks"),
        pytest.param(PLAIN, TEXT + " Nhan 1", None, id="more than was registered"),
        pytest.param(PLAIN, "Xin moi: " + TEXT, None, id="more in front"),
        pytest.param(PLAIN, TEXT.replace("co cho", "het cho"), None, id="other words"),
        pytest.param(PLAIN, "Nhac ba con:  co cho tai , ma .", None, id="nothing in a blank"),
        pytest.param(PLAIN, TEXT.replace("7/12", "7/12\n1 Se den"), None, id="a line more in a blank"),
        pytest.param(
            "{a} tai {b} tai {c}.", "x tai y tai z tai t.", "x tai y tai z tai t.", id="words twice"
        ),
        pytest.param("{a}.{b}.", "mot. hai.", "mot. hai.", id="only signs between"),
        pytest.param("{a} het {b} het", "x het het", None, id="a blank left over"),
    ],
)
def test_a_text_leaves_in_a_registered_wording_or_not(wording: str, text: str, leaves: str | None) -> None:
    assert as_registered(text, [Template("Khong phai tin nay {x}"), Template(wording)], sender=NAME) == leaves


def test_looking_for_a_wording_ends_however_many_ways_there_are_to_fill_its_blanks() -> None:
    # 40 blanks among 800 words: whoever tried all ways would be at it for ever.
    many = Template(" ".join(f"{{b{n}}} a" for n in range(40)) + "!")
    assert as_registered("a " * 800, [many], sender=NAME) is None


@pytest.mark.parametrize(
    ("wording", "sender", "why"),
    [
        (NAMED, NAME, None),
        (PLAIN, None, None),
        (PLAIN, NAME, "the sender's name XATTRACH is not in it: operators refuse such a template"),
        ("{text}", None, "fewer than 10 letters outside the {placeholders}: any text would fit"),
        ("Xin: {text}, {more}", None, "fewer than 10 letters outside the {placeholders}: any text would fit"),
        (PLAIN.replace("{code}", "{code"), None, "a brace that is not closed, or not opened"),
    ],
)
def test_what_would_let_anything_through_or_be_refused_is_not_registered(
    wording: str, sender: str | None, why: str | None
) -> None:
    assert why_not(wording, sender=sender) == why


def test_a_wording_is_kept_once_for_each_gateway_with_what_the_provider_last_called_it(
    db: sa.Connection, clock: FixedClock
) -> None:
    first, second = (builders.gateway(db, address=address).id for address in ("+15005550006", "8088"))
    assert register(db, first, [Template(PLAIN), Template(NAMED, "t1")], now=clock.now()) == 2
    assert register(db, first, [Template(NAMED, "t2")], now=clock.now()) == 0
    assert register(db, second, [Template(PLAIN), Template(PLAIN)], now=clock.now()) == 1
    kept = [(one.wording, one.provider_id) for one in templates_of(db, first)]
    assert kept == [(PLAIN, None), (NAMED, "t2")]
    mine, other = templates_of(db, first)[0].id, templates_of(db, second)[0].id
    assert [remove(db, first, other), remove(db, first, mine), remove(db, first, mine)] == [
        False,
        True,
        False,
    ]
    assert [[one.wording for one in templates_of(db, way)] for way in (first, second)] == [[NAMED], [PLAIN]]
