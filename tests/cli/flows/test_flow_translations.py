"""helpdesk/cli/flows/flow_translations.py: the sheet for translators, there and back."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from helpdesk.cli.flows.flow_translations import COLUMNS
from helpdesk.cli.main import run
from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.translating.originals import read_originals
from helpdesk.conversation.script.translating.sheet import wordings_of
from helpdesk.spreadsheets.writing import as_xlsx

Said = pytest.CaptureFixture[str]
Line = dict[str, str]
KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped flows."""
    return Path(shutil.copytree(FLOWS, tmp_path / "flows"))


def flows(*arguments: object) -> int:
    return run(["flows", *map(str, arguments)])


def export(folder: Path, language: str, name: str = "sheet") -> Path:
    out = folder.parent / f"{name}.xlsx"
    assert flows("export", "--language", language, "--out", out, "--folder", folder) == 0
    return out


def lines_of(sheet: Path) -> list[Line]:
    rows = CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python()
    return [dict(zip(KEYS, map(str, row), strict=True)) for row in rows[1:]]


def edited(sheet: Path, change: Callable[[Line], str]) -> Path:
    """The sheet as it comes back, with a translation by `change` in each row."""
    lines = [{**line, "translation": change(line)} for line in lines_of(sheet)]
    sheet.write_bytes(as_xlsx(COLUMNS, lines))
    return sheet


def take(folder: Path, language: str, sheet: Path) -> int:
    return flows("import", "--language", language, sheet, "--folder", folder)


def everything(folder: Path) -> dict[str, str]:
    return {str(path): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def changes_vietnamese(folder: Path, before: str = "cảm ơn", after: str = "cám ơn") -> None:
    path = folder / "thanks.yaml"
    words = path.read_text(encoding="utf-8")
    assert before in words
    path.write_text(words.replace(before, after), encoding="utf-8")


def changed_in(sheet: Path) -> list[tuple[str, str, str, str]]:
    return [at(line) for line in lines_of(sheet) if line["changed"]]


def where(flow: str, step: str, part: str, variant: str = "sms") -> tuple[str, str, str, str]:
    return (flow, step, part, variant)


def at(line: Line) -> tuple[str, str, str, str]:
    return (line["flow"], line["step"], line["part"], line["variant"])


def test_a_row_has_what_a_translator_needs(folder: Path) -> None:
    rows = {at(line): line for line in lines_of(export(folder, "en"))}
    assert len(rows) > 400
    row = rows[where("book", "too_many", "ask")]
    assert row["original"] == "Buổi này chỉ còn {free} chỗ."
    assert row["translation"] == "Only {free} places are left on this date."
    assert (row["keeps"], row["changed"]) == ("{free}", "")
    assert row["spoken_by"] == "máy hỏi"
    assert row["before"].startswith("Đặt cho ai?")
    assert 60 < int(row["room"]) < 160
    assert rows[where("book", "too_many", "choice 2")]["spoken_by"] == "dòng để bà con chọn"
    assert rows[where("phrases", "centre_name", "phrase")]["keeps"] == "{name}"


def test_what_comes_back_as_it_left_changes_nothing(folder: Path, capsys: Said) -> None:
    before = everything(folder)
    for language in ("en", "bru", "scb"):
        assert take(folder, language, export(folder, language)) == 0
        assert " 0 texts changed" in capsys.readouterr().out
    assert everything(folder) == before


def test_a_changed_cell_changes_one_text_and_nothing_else(folder: Path) -> None:
    before = everything(folder)
    key = where("book", "too_many", "ask")
    sheet = edited(
        export(folder, "en"),
        lambda line: "Just {free} places are left." if at(line) == key else line["translation"],
    )
    assert take(folder, "en", sheet) == 0
    after = everything(folder)
    path = str(folder / "languages" / "en" / "book.yaml")
    assert {name for name in after if after[name] != before.get(name)} == {
        path,
        str(folder / "languages" / "en" / "originals.json"),
    }
    old = before[path]
    assert after[path] == old.replace(
        "Only {free} places are left on this date.", "Just {free} places are left."
    )
    assert check_folder(folder) == []


@pytest.mark.parametrize("language", ["bru", "scb"])
def test_an_empty_language_is_filled_and_then_offered(folder: Path, language: str) -> None:
    """With the Vietnamese for want of words."""
    assert take(folder, language, edited(export(folder, language), lambda line: line["original"])) == 0
    assert check_folder(folder) == []
    script = load(folder)
    assert language in script.languages
    assert (
        script.texts("book", "consent", language).slots["ask"].sms  # type: ignore[index]
        == script.texts("book", "consent", "vi").slots["ask"].sms  # type: ignore[index]
    )
    before = everything(folder)
    assert take(folder, language, export(folder, language)) == 0
    assert everything(folder) == before


def test_half_a_language_may_come_back_and_is_not_offered(folder: Path) -> None:
    sheet = edited(export(folder, "bru"), lambda line: line["original"] if line["flow"] == "bring" else "")
    assert take(folder, "bru", sheet) == 0
    assert {path.name for path in (folder / "languages" / "bru").glob("*.yaml")} == {"bring.yaml"}
    assert "bru" not in load(folder).languages


def test_an_emptied_flow_leaves_no_file(folder: Path) -> None:
    for words in ("Cảm ơn", ""):
        sheet = edited(
            export(folder, "bru"),
            lambda line, words=words: words if line["flow"] == "thanks" else "",  # type: ignore[misc]
        )
        assert take(folder, "bru", sheet) == 0
        assert (folder / "languages" / "bru" / "thanks.yaml").exists() == bool(words)


def test_a_language_that_is_offered_is_not_left_with_a_gap(folder: Path, capsys: Said) -> None:
    before = everything(folder)
    sheet = edited(export(folder, "en"), lambda line: "" if line["flow"] == "thanks" else line["translation"])
    capsys.readouterr()
    assert take(folder, "en", sheet) == 2
    assert "the step 'welcome' has not all its texts in 'en'" in capsys.readouterr().err
    assert everything(folder) == before


def test_every_fault_is_told_by_row_and_column_and_nothing_is_written(folder: Path, capsys: Said) -> None:
    wrong = {
        where("thanks", "welcome", "say"): "Welcome " * 30,
        where("book", "too_many", "ask"): "Only a few places are left.",
        where("bring", "list", "say"): "漢",
        where("fee", "unknown", "say"): "It is for free.",
        where("menu", "menu", "choice 1"): "",
        where("phrases", "and_more", "phrase"): "{names}",
    }
    sheet = export(folder, "en")
    rows = {at(line): number for number, line in enumerate(lines_of(sheet), start=2)}
    before = everything(folder)
    wrong = {key: words for key, words in wrong.items() if key in rows}
    assert len(wrong) >= 5
    edited(sheet, lambda line: wrong.get(at(line), line["translation"]))
    capsys.readouterr()
    assert take(folder, "en", sheet) == 2
    told = capsys.readouterr().err.splitlines()
    assert everything(folder) == before
    for key, why in {
        where("thanks", "welcome", "say"): "needs 2 segments",
        where("book", "too_many", "ask"): "{free} is left out here",
        where("bring", "list", "say"): "'漢' is not in GSM-7",
        where("menu", "menu", "choice 1"): "other choices of this step have words",
        where("phrases", "and_more", "phrase"): "{count} is left out",
    }.items():
        assert [line for line in told if f"row {rows[key]}, column 'Bản dịch': " in line and why in line], (
            key,
            told,
        )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"step": "nowhere"}, "there is no text 'accents/nowhere/"),
        ({"flow": "", "step": "which"}, "column 'Kịch bản': this cell is empty"),
    ],
)
def test_a_row_that_names_no_text_is_refused(folder: Path, capsys: Said, change: Line, why: str) -> None:
    lines = lines_of(export(folder, "en"))
    sheet = folder.parent / "sheet.xlsx"
    sheet.write_bytes(as_xlsx(COLUMNS, [{**lines[0], **change}, *lines[1:]]))
    capsys.readouterr()
    assert take(folder, "en", sheet) == 2
    assert "row 2" in (told := capsys.readouterr().err)
    assert why in told


def test_what_changed_since_the_last_sheet_is_marked(folder: Path) -> None:
    sheet = export(folder, "en")
    changes_vietnamese(folder)
    assert changed_in(export(folder, "en")) == [where("thanks", "welcome", "say")]
    assert sheet.exists()


def test_a_text_stays_marked_in_every_sheet_until_it_is_translated_anew(folder: Path, capsys: Said) -> None:
    welcome = where("thanks", "welcome", "say")
    changes_vietnamese(folder)
    # Over the same file, and without a file before.
    for name in ("sheet", "sheet", "other"):
        assert changed_in(export(folder, "en", name)) == [welcome]
    assert take(folder, "en", export(folder, "en")) == 0
    assert changed_in(export(folder, "en")) == [welcome]
    thanked = {welcome: "Many thanks. When you need us, text MENU."}
    sheet = edited(export(folder, "en"), lambda line: thanked.get(at(line), line["translation"]))
    assert take(folder, "en", sheet) == 0
    assert changed_in(export(folder, "en")) == []


def test_what_was_never_noted_stays_marked_from_sheet_to_sheet(folder: Path) -> None:
    (folder / "languages" / "en" / "originals.json").unlink()
    for language in ("en", "bru"):
        export(folder, language, language)
    changes_vietnamese(folder)
    for _ in range(3):
        assert changed_in(export(folder, "en", "en")) == [where("thanks", "welcome", "say")]
        bru = {at(line): line["changed"] for line in lines_of(export(folder, "bru", "bru"))}
        assert bru[where("thanks", "welcome", "say")] == "đã đổi"
        assert set(bru.values()) == {"mới", "đã đổi"}


def test_what_was_translated_by_hand_counts_as_made_from_the_vietnamese_of_now(folder: Path) -> None:
    changes_vietnamese(folder)
    path = folder / "languages" / "en" / "thanks.yaml"
    path.write_text('welcome:\n  say: "Many thanks. If you need us, text MENU."\n', encoding="utf-8")
    assert changed_in(export(folder, "en")) == []
    assert flows("translated", "--language", "en", "--folder", folder) == 0
    changes_vietnamese(folder, "cám ơn", "cảm ơn")
    assert changed_in(export(folder, "en", "other")) == [where("thanks", "welcome", "say")]
    # It fits as it is, says who has read it.
    assert flows("translated", "--language", "en", "--fits", "thanks", "--folder", folder) == 0
    assert changed_in(export(folder, "en", "other")) == []


def test_a_flow_that_there_is_not_fits_nothing(folder: Path, capsys: Said) -> None:
    assert flows("translated", "--language", "en", "--fits", "thank", "--folder", folder) == 2
    assert capsys.readouterr().err == "there is no flow 'thank'\n"


def test_the_shipped_english_says_from_which_vietnamese_it_was_made() -> None:
    noted = read_originals(FLOWS / "languages" / "en")
    texts = [key for key, (_, words) in wordings_of(load(), "en").items() if words]
    # What was written since the last `flows translated` is made from the Vietnamese of its day.
    assert len(noted.keys() & set(texts)) > 0.9 * len(texts)


def test_what_was_translated_from_other_words_stays_marked_until_it_is_translated_anew(
    folder: Path, capsys: Said
) -> None:
    sheet = edited(export(folder, "bru"), lambda line: line["original"])
    path = folder / "thanks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("cảm ơn", "cám ơn"), encoding="utf-8")
    capsys.readouterr()
    assert take(folder, "bru", sheet) == 0
    assert "has changed since the sheet was written" in capsys.readouterr().err
    for name in ("a", "b"):
        sheet = export(folder, "bru", name)
        assert [at(line) for line in lines_of(sheet) if line["changed"]] == [
            where("thanks", "welcome", "say")
        ]
    edited(sheet, lambda line: line["original"])
    assert take(folder, "bru", sheet) == 0
    assert [line for line in lines_of(export(folder, "bru", "c")) if line["changed"]] == []
    stored = json.loads((folder / "languages" / "bru" / "originals.json").read_text(encoding="utf-8"))
    assert len(stored) == len(lines_of(sheet))


def test_remarks_in_the_files_are_kept(folder: Path) -> None:
    path = folder / "languages" / "en" / "thanks.yaml"
    path.write_text("# Said often.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    sheet = edited(
        export(folder, "en"),
        lambda line: (
            "Thank you. When you need us, text MENU." if line["flow"] == "thanks" else line["translation"]
        ),
    )
    assert take(folder, "en", sheet) == 0
    assert path.read_text(encoding="utf-8").splitlines()[0] == "# Said often."


@pytest.mark.parametrize("name", ["sheet.csv", "sheet"])
def test_a_sheet_is_xlsx_and_is_called_so(folder: Path, capsys: Said, name: str) -> None:
    out = folder.parent / name
    assert flows("export", "--language", "en", "--out", out, "--folder", folder) == 2
    assert "the file's name ends in .xlsx" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("language", ["vi", "fr"])
@pytest.mark.parametrize("way", ["export", "import"])
def test_a_language_that_is_not_translated_is_refused(
    folder: Path, capsys: Said, way: str, language: str
) -> None:
    more = ("--out", folder / "a.xlsx") if way == "export" else (export(folder, "en"),)
    capsys.readouterr()
    assert flows(way, "--language", language, *more, "--folder", folder) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
