"""What simulated contacts text: one after the other, each with the pause before it."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

NONSENSE = ("abc xyz", "???", "khong biet noi sao", "ok", "123456", "alo ai do", "chuc mung nam moi")
_FAMILY = ("Ho", "Dinh", "Nguyen", "Cao", "Tran")


def visit(random: Random) -> Iterator[tuple[timedelta, str]]:
    """One visit to the helpdesk: pauses and texts."""
    kind = random.choices(
        ("menu", "book", "book and cancel", "book and move", "nonsense", "topics", "machine", "stop"),
        (20, 36, 12, 6, 8, 14, 2, 2),
    )[0]
    match kind:
        case "menu":
            texts = ["menu", *(random.choice("12345") for _ in range(random.randint(1, 4)))]
        case "book":
            texts = _booking(random)
        case "book and cancel":
            texts = [*_booking(random), "HUY", "1"]
        case "book and move":
            texts = [*_booking(random), "DOI", random.choice("12")]
        case "nonsense":
            texts = [random.choice(NONSENSE) for _ in range(random.randint(1, 3))]
        case "topics":
            texts = [
                random.choice(("can mang gi", "may gio", "o dau", "phi bao nhieu", "XEM", "cam on", "can bo"))
            ]
        case "machine":
            texts = ["Toi dang lai xe, se goi lai sau"] * 9
        case _:
            texts = ["TC", "menu", "DANG KY"]
    hurry = 20 if kind == "machine" else 240
    for text in texts:
        yield timedelta(seconds=random.uniform(4, hurry)), text


def is_reminder(text: str) -> bool:
    """Whether a text that reached a phone is one that reminds and asks."""
    return text.startswith("Nhac ba con")


def answer_to_reminder(random: Random) -> Iterator[tuple[timedelta, str]]:
    """What is answered to a reminder, if anything: pauses and texts."""
    texts = random.choices(
        ([], ["1"], ["vang"], ["2", "1"], ["3", "1"], ["may gio"], ["can bo"]), (30, 35, 5, 10, 10, 5, 5)
    )[0]
    pause = random.choice((20, 600, 9000))
    for text in texts:
        yield timedelta(seconds=random.uniform(4, pause)), text
        pause = 240


def _booking(random: Random) -> list[str]:
    people = ", ".join(
        f"{random.choice(_FAMILY)} Van {chr(65 + random.randrange(26))} {random.randint(1930, 2005)}"
        for _ in range(random.choices((1, 2, 5), (7, 2, 1))[0])
    )
    return ["DAT", random.choice("12"), random.choice("123"), people, random.choices("12", (9, 1))[0]]
