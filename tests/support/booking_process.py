"""A process of its own that books, as another machine on the same database would.

`python -m tests.support.booking_process URL NOW OPENING CONTACT THREADS`: says `ready`, waits for a line, then books
one person in each of its threads at once, and says how many it got.
"""

import sys
from datetime import datetime

from helpdesk.booking.changes import book
from helpdesk.booking.openings import opening
from helpdesk.settings import Timetable
from helpdesk.store.engine import open_database
from tests.support.at_once import at_once


def main(url: str, moment: str, opening_id: int, contact_id: int, threads: int) -> None:
    """Book, and say how many."""
    engine = open_database(url)
    now = datetime.fromisoformat(moment)
    with engine.connect() as db:
        visit = opening(db, opening_id)
    print("ready", flush=True)
    sys.stdin.readline()

    def attempt(number: int) -> bool:
        people = [(f"Hồ Văn {number}", 1950)]
        with engine.begin() as db:
            made = book(db, visit, people, contact_id=contact_id, now=now, timetable=Timetable())
        return made is not None

    print(sum(at_once(threads, attempt)), flush=True)
    engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
