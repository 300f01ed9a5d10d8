"""How well, and how fast, one text is understood: the collection through the function behind `helpdesk understand`.

`python -m bench.understanding` prints figures; `--wrong` also lists the failures of what is learned from. Those of the
part that is held back are never listed, so that nobody tunes on them.
"""

import argparse
import statistics
import timeit
from collections.abc import Sequence
from time import process_time

from bench.answers import Answered, measure_answers
from bench.collection import AIMS, Figures, Line, Said, judge, misread, reached, read_part
from bench.learn import EXAMPLES
from bench.told_live import taken_over
from helpdesk.cli.texts.understand import fields
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import Place
from helpdesk.places.sample import without_database
from helpdesk.places.tables import PlaceKind

PARTS = (
    "tuning",
    "voices_g",
    "voices_h",
    "held_back",
    "held_back_2",
    "held_back_3",
    "held_back_4",
    "held_back_5",
    "held_back_6",
    "held_back_7",
    "exam",
)
TYPICAL, WORST = 500, 2000
"""µs for one text with 200 places: the budget."""


def measure(part: str) -> Figures:
    """The figures of one part of the collection, read with the sample places."""
    places = without_database()
    return judge((line, said(line, places)) for line in read_part(part))


def said(line: Line, places: Sequence[Place]) -> Said:
    """What the product understands of one line."""
    reading = read(line.text, today=line.today, places=places)
    return Said(reading.intent, reading.sure, fields(line.text, reading))


def microseconds() -> tuple[float, float, str]:
    """µs for one text with 200 places: the median of all texts, the worst, and which style that was."""
    places = tuple(two_hundred_places())
    lines = [line for part in PARTS for line in read_part(part)]
    read(lines[0].text, today=lines[0].today, places=places)
    costs = []
    for line in lines:
        work = lambda line=line: read(line.text, today=line.today, places=places)  # noqa: E731
        # Time of the processor, so that what else the machine does meanwhile does not count.
        costs.append((min(timeit.repeat(work, timer=process_time, number=1, repeat=7)) * 1e6, line.style))
    worst, style = max(costs)
    return statistics.median(cost for cost, _ in costs), worst, style


def two_hundred_places() -> list[Place]:
    """The sample places and as many invented villages as make 200."""
    places = without_database()
    first = ("Khe", "Cha", "Ta", "Rum", "Pa", "Hu", "Xa", "Vang", "Tri", "Ku", "Loan", "Sa")
    second = (
        "Rung",
        "Lieng",
        "Noi",
        "Tup",
        "Mui",
        "Cat",
        "Via",
        "Kho",
        "Thung",
        "Ngo",
        "Det",
        "Lang",
        "Ro",
        "Bui",
        "Hoi",
    )
    names = [f"{one} {other}" for one in first for other in second][: 200 - len(places)]
    for number, name in enumerate(names, start=len(places) + 1):
        code = name.lower().replace(" ", "-")
        places.append(Place(number, 1, "Xã mẫu", code, PlaceKind.VILLAGE, name, ()))
    return places


def show(*, failures: bool = False) -> None:
    """Print the figures of all parts beside their aims, and the failures of what is learned from if wanted."""
    for part in PARTS:
        figures = measure(part)
        _show_part(part.replace("_", " "), figures)
        if failures and part in EXAMPLES:
            _show_failures(figures)
    _show_answers(measure_answers(), failures=failures)
    _show_live()
    typical, worst, style = microseconds()
    print(f"understanding one text with 200 places: typical {typical:.0f} µs (budget {TYPICAL}: {_word(typical < TYPICAL)}), "
          f"worst {worst:.0f} µs, {style} (budget {WORST}: {_word(worst < WORST)})")  # fmt: skip


def _show_part(name: str, figures: Figures) -> None:
    print(f"understanding, {name}: {figures.topics.texts + figures.unknown.texts} texts")
    for share, value in figures.shares().items():
        aim = AIMS[share]
        print(f"  {share:22} {value:6.1%}   aim {aim[0]} {aim[1]:.0%}: {_word(reached(value, aim))}")
    bookings = figures.bookings
    print(f"  bookings by one text: {bookings.texts}; wrong date {bookings.wrong_date}, "
          f"wrong village {bookings.wrong_village}, wrong people {bookings.wrong_people}")  # fmt: skip
    print("  style         texts  right  asked  wrong")
    for style, count in sorted(figures.styles.items(), key=lambda one: -one[1].texts):
        print(f"  {style:12} {count.texts:6} {count.right:6} {count.asked:6} {count.wrong:6}")


def _show_failures(figures: Figures) -> None:
    for line, got, why in figures.failed:
        meant = {name: line.fields[name] for name in misread(line, got)}
        read_as = {name: got.fields[name] for name in meant}
        print(f"    {why}: {line.text!r} [{line.style}]")
        print(f"      right {'|'.join(line.intents)} {meant or ''}")
        print(f"      read  {got.intent}{'' if got.sure else '?'} {read_as or ''}")


def _show_answers(answered: Answered, *, failures: bool) -> None:
    count = answered.count
    print(f"answers to what was asked: {count.texts} texts, right {count.right}, asked again {count.asked}, "
          f"wrong {count.wrong}; consent where none was given: {answered.false_consents}")  # fmt: skip
    if failures:
        for line in answered.failed:
            print(f"    {line}")


def _show_live() -> None:
    lines = [line for part in PARTS if part not in EXAMPLES for line in read_part(part)]
    count = sum(1 for _ in taken_over(lines))
    print(
        f"answered live as another topic than was surely and rightly understood: {count} of {len(lines)} held back"
    )


def _word(kept: bool) -> str:
    return "kept" if kept else "BROKEN"


def main() -> None:
    """Print; --wrong lists failures too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--wrong", action="store_true", help="list the failures of what is learned from and of the answers"
    )
    show(failures=parser.parse_args().wrong)


if __name__ == "__main__":
    main()
