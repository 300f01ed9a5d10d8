"""Costs inside one process: the engine alone, understanding, and the statements of a turn."""

import statistics
import timeit
from collections.abc import Callable
from datetime import UTC, datetime
from tempfile import TemporaryDirectory

from bench.prepared import prepare
from helpdesk.conversation.engine.advance import advance, open_question
from helpdesk.conversation.engine.turns import Heard, Start, Waiting
from helpdesk.conversation.script.load import load
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.conversation.understanding.understand import Question, understand
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from tests.support.statements import statements_of


def _microseconds(work: Callable[[], object]) -> float:
    loops = 500
    return statistics.median(timeit.repeat(work, number=loops, repeat=7)) / loops * 1e6


def engine_step() -> float:
    """µs for one step of the menu in the engine alone."""
    structure = load().structure
    waiting = advance(structure, None, Start("menu"))
    assert isinstance(waiting, Waiting)
    return _microseconds(lambda: advance(structure, waiting.state, Heard("choice", 0)))


def understanding() -> dict[str, float]:
    """µs for one text against 200 places: a number, a village misspelt, nonsense."""
    structure = load().structure
    ask = structure.step("book", "where")
    places = [
        Place(
            n,
            1,
            "Xã mẫu",
            f"ban-{n}",
            PlaceKind.VILLAGE,
            f"Bản Mẫu {chr(65 + n % 26)}{chr(97 + n % 7)} {n}",
            (),
        )
        for n in range(200)
    ]
    assert open_question(structure, None) is None
    question = Question(ask, (), {"places": []}, lambda: places, datetime.now(UTC).year)  # type: ignore[arg-type]
    texts = {"a number": "1", "a misspelt village": "ban mau Bb 27", "nonsense": "khong biet noi sao day nua"}
    return {name: _microseconds(lambda text=text: understand(text, question)) for name, text in texts.items()}  # type: ignore[misc]


def statements() -> dict[str, int]:
    """Statements of a menu turn, and of the turn that books for one and for nine."""
    found = {}
    for name, texts in {
        "menu": ["menu", "menu"],
        "booking, 1 person": ["DAT", "1", "1", "Ho Van A 1985", "1"],
        "booking, 9 persons": [
            "DAT",
            "1",
            "1",
            ", ".join(f"Ho Van {letter} 1985" for letter in "ABCDEGHIK"),
            "1",
        ],
    }.items():
        found[name] = _statements_of_last(texts)
    return found


def _statements_of_last(texts: list[str]) -> int:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.db"
        prepare(url)
        runtime = open_runtime(Settings(database_url=url))
        count = 0
        for number, text in enumerate(texts):
            with statements_of(runtime.engine) as seen:
                _text(runtime, text, number)
            count = len(seen)
        runtime.close()
    return count


def _text(runtime: Runtime, text: str, number: int) -> None:
    arrival = Arrival("simulator", f"s{number}", runtime.gateway("simulator", ""), "+84912345678", text, True)
    with runtime.transaction(nudge=False) as db:
        receive(db, arrival, runtime.house)
