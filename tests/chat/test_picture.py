from pathlib import Path
from xml.etree import ElementTree as Xml

from helpdesk.chat.picture import picture
from tests.support.repository import TOP

SHOWN = TOP / "tests" / "flows" / "the_picture_in_the_readme.chat"


def test_the_picture_in_the_papers_shows_the_conversation_that_is_tested() -> None:
    drawn = picture(SHOWN.read_text(encoding="utf-8"))

    assert drawn == Path(TOP / "docs" / "conversation.svg").read_text(encoding="utf-8"), (
        "draw it again: helpdesk chat --script tests/flows/the_picture_in_the_readme.chat --picture docs/conversation.svg"
    )


def test_every_text_stands_in_the_picture() -> None:
    words = "".join(Xml.fromstring(picture("> a < b & c\n< Da dat\n  1 Dung\n")).itertext())  # noqa: S314  # our own

    assert [piece in words for piece in ("a < b & c", "Da dat", "1 Dung")] == [True, True, True]
