from datetime import datetime, timedelta

import pytest

from helpdesk.chat.script import (
    ChatScriptError,
    Expect,
    Holds,
    Setting,
    Text,
    matches,
    parse,
    written,
)


def test_every_kind_of_line_is_read_as_what_it_says() -> None:
    source = (
        "# now 2026-12-01T09:00\n# phone 0912345678\n# mode ussd\n> menu\n< one\n  two\n# break\n# wait 3d\n"
        "= booking 2 persons X\n= no consent\n"
    )

    moves = [line.move for line in parse(source)]

    assert moves == [
        Setting("now", datetime(2026, 12, 1, 9, 0)),  # noqa: DTZ001  # commune time, as scripts write it
        Setting("phone", "0912345678"),
        Setting("mode", "ussd"),
        Text("menu"),
        Expect("one\ntwo"),
        Setting("break"),
        Setting("wait", timedelta(days=3)),
        Holds("booking 2 persons X", absent=False),
        Holds("consent", absent=True),
    ]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param("hello", 1, id="no mark"),
        pytest.param("> a\n# wait soon", 2, id="a wait without a span"),
        pytest.param("# now yesterday", 1, id="a time that is none"),
        pytest.param("# now 9999-12-31T23:59", 1, id="the last day of the calendar"),
        pytest.param("# now 0001-01-01T00:00", 1, id="the first day of the calendar"),
        pytest.param("> a\n# wait 99999999999d", 2, id="a wait beyond all time"),
        pytest.param("# dance", 1, id="an unknown setting"),
        pytest.param("# mode voice", 1, id="an unknown mode"),
        pytest.param("# break 3", 1, id="a break with something behind it"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(source: str, line: int) -> None:
    with pytest.raises(ChatScriptError) as raised:
        parse(source)

    assert raised.value.line == line


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        ("ma <code>.", "ma 57243.", True),
        ("ma <code>.", "ma 5724.", False),
        ("den <date> nhe", "den thu tu 2/12 nhe", True),
        ("den <date> nhe", "den hom sau nhe", False),
        ("Chao *", "Chao ba con\n1 Cac buoc", True),
        ("Chao ba con", "Chao ba con!", False),
    ],
)
def test_wildcards_stand_for_what_they_say_and_nothing_else(expected: str, actual: str, same: bool) -> None:
    assert matches(expected, actual) is same


def test_an_answer_is_written_as_it_is_read() -> None:
    text = "first\nsecond"

    assert [line.move for line in parse(written(text))] == [Expect(text)]
