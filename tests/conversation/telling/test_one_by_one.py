"""helpdesk/conversation/telling/one_by_one.py"""

from collections.abc import Collection

import pytest
import sqlalchemy as sa

from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed


def test_who_fails_keeps_nobody_else_waiting_and_it_is_raised_at_the_end(database: sa.Engine) -> None:
    waiting = [1, 2, 3, 4]

    def first_two(_db: sa.Connection, failed: Collection[int]) -> list[int]:
        return [one for one in waiting if one not in failed][:2]

    def do(_db: sa.Connection, one: int) -> int:
        if one == 2:
            raise ValueError(one)
        waiting.remove(one)
        return 1

    done, failed = one_by_one(database, first_two, do)
    assert (done, waiting) == (3, [2])
    with pytest.raises(ExceptionGroup, match="1 failed, 3 did not"):
        unless_failed(done, failed)
    assert unless_failed(done, []) == 3


def test_who_is_found_again_though_it_failed_or_did_nothing_is_tried_once(database: sa.Engine) -> None:
    tried = []

    def do(_db: sa.Connection, one: str) -> int:
        tried.append(one)
        if one == "fails":
            raise ValueError(one)
        return 0

    done, failed = one_by_one(database, lambda _db, _failed: ["fails", "idle"], do)
    assert (done, len(failed), tried) == (0, 1, ["fails", "idle"])
