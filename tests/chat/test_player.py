from helpdesk.chat.player import difference, play

SOURCE = """# now 2026-12-01T09:00
# phone 0912345678
> MENU
< Chao ba con*
> DAT
< *
"""


def test_a_script_that_goes_as_written_shows_no_difference() -> None:
    assert difference(SOURCE, play(SOURCE)) == ""


def test_what_did_not_happen_and_what_did_stand_side_by_side() -> None:
    source = SOURCE.replace("Chao ba con*", "Xin chao")

    differs = difference(source, play(source))

    assert "-< Xin chao" in differs
    assert "+< Chao ba con" in differs


def test_an_answer_nobody_expected_shows() -> None:
    source = "# now 2026-12-01T09:00\n> XEM\n"

    assert "+< So nay chua dat cho nao" in difference(source, play(source))


def test_a_fact_the_store_does_not_hold_shows() -> None:
    source = SOURCE + "= booking 1 persons Tuộc\n"

    assert "-= booking 1 persons Tuộc" in difference(source, play(source))


def test_a_fact_denied_and_held_shows() -> None:
    source = "# now 2026-12-01T09:00\n> TC\n< *\n= no opted out\n"

    assert "+= opted out" in difference(source, play(source))


def test_recording_twice_changes_nothing_the_second_time() -> None:
    once = "\n".join(play("# now 2026-12-01T09:00\n> MENU\n> 1\n> 1\n"))

    assert play(once) == once.splitlines()


def test_what_is_remarked_of_an_answer_is_recorded_behind_it() -> None:
    said = "# now 2026-12-01T09:00\n> MENU\n// The menu.\n= no consent\n> DAT\n// Where.\n"
    recorded = play(said)

    order = [line.split()[0] for line in recorded if not line.startswith("  ")]
    assert order == ["#", ">", "<", "//", "=", ">", "<", "//"]
    assert play("\n".join(recorded)) == recorded


def test_a_remark_between_a_text_and_its_written_answer_stays_there() -> None:
    source = SOURCE.replace("> DAT\n", "> DAT\n// Where?\n")

    assert difference(source, play(source)) == ""


def test_what_came_while_weeks_passed_is_shown_whole() -> None:
    """Texts are purged after days; a phone has them all the same."""
    booked = "# now 2026-12-01T09:00\n> DAT\n> 1\n> 2\n> Ho Van A 1985\n> 1\n# wait 20d\n"
    answers = [line for line in play(booked) if line.startswith("<")]

    assert "< " not in answers
    assert any(answer.startswith("< Nhac ba con") for answer in answers)
