"""`helpdesk flows export` and `flows import`: the sheet for translators, there and back."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from helpdesk.cli.store import NotPossible
from helpdesk.cli.tables import faults_told, file_argument
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script, StepTexts
from helpdesk.conversation.script.nodes import ScriptError
from helpdesk.conversation.script.translating.importing import Import, Translated, import_translations
from helpdesk.conversation.script.translating.keys import Key
from helpdesk.conversation.script.translating.originals import (
    ORIGINALS,
    Original,
    read_originals,
    translated_from,
    with_translated,
    written,
    written_by_hand,
)
from helpdesk.conversation.script.translating.overlay_yaml import overlay_yaml, phrases_yaml
from helpdesk.conversation.script.translating.sheet import PHRASES, Before, Row, translation_rows, wordings_of
from helpdesk.spreadsheets.columns import Column, described
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import read_table
from helpdesk.spreadsheets.writing import as_xlsx

COLUMNS = (
    Column("flow", "Kịch bản", ("flow",), "the flow; as exported"),
    Column("step", "Bước", ("step",), "the step; as exported"),
    Column("part", "Phần", ("part",), "which text of the step; as exported"),
    Column("variant", "Cách gửi", ("variant",), "sms, ussd, one_way or fallback; as exported"),
    Column("spoken_by", "Ai nói", ("spoken by",), "who says it", only_written=True),
    Column("before", "Trước đó", ("before",), "what was said right before", only_written=True),
    Column("original", "Tiếng Việt", ("original",), "the Vietnamese text", only_written=True),
    Column("keeps", "Giữ nguyên", ("keep",), "the placeholders that must stay", only_written=True),
    Column(
        "room",
        "Nhiều nhất",
        ("at most",),
        "characters without accents, placeholders not counted",
        only_written=True,
    ),
    Column(
        "translation", "Bản dịch", ("translation",), "the text in the language", may_be_empty=True, empty=""
    ),
    Column(
        "changed",
        "Thay đổi",
        ("changed",),
        "mới: not translated; đã đổi: the original changed",
        only_written=True,
    ),
    Column("mark", "Dấu", ("mark",), "of the original; as exported", may_be_empty=True, empty=""),
    Column(
        "made_from",
        "Dịch từ",
        ("translated from",),
        "the mark of the original that the translation was made from; as exported",
        may_be_empty=True,
        empty="",
    ),
)
TRANSLATION = "Bản dịch"

_folder = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FLOWS,
    help="The folder of the flows, if not the one that is used.",
)
_language = click.option("--language", required=True, help="The language that is translated into.")


@click.command("export")
@_language
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="An XLSX file.")
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The last sheet, to tell what changed since; without it the file that --out replaces, if it can be read.",
)
@_folder
def export_command(language: str, out: Path, since: Path | None, folder: Path) -> None:
    """Write all texts as a sheet for translators: one row a text, with what comes before and how long it may be."""
    if out.suffix.lower() != ".xlsx":
        raise click.BadParameter("the file's name ends in .xlsx", param_hint="--out")
    script = _loaded(folder, language)
    rows = list(
        translation_rows(
            script,
            language,
            translated_from=translated_from(_originals(folder, language), wordings_of(script, language)),
            last_export=_last_export(since, out),
        )
    )
    content = as_xlsx(COLUMNS, map(_as_cells, rows), to_fill="translation", hint="hint")
    try:
        out.write_bytes(content)
    except OSError as error:
        raise NotPossible(f"{out} cannot be written: {error.strerror}") from error
    new, changed = (sum(row.changed == word for row in rows) for word in ("mới", "đã đổi"))
    click.echo(f"{out}: {len(rows)} texts, {new} to write, {changed} changed in Vietnamese")


@click.command(
    "import",
    help="Take a translators' sheet into the flows.\n\n"
    "FILE is XLSX or CSV as `flows export` wrote it. Every fault is told by row and column, and with one fault nothing "
    f"is written (exit 2). A row that is missing leaves its text as it is; an emptied cell takes it away.\n\n{described(COLUMNS)}",
)
@_language
@file_argument
@_folder
def import_command(language: str, file: Path, folder: Path) -> None:
    """Take a sheet into the flows; see its help."""
    script = _loaded(folder, language)
    with faults_told(file):
        cells = [
            Translated(line.row, line.value.key, line.value.mark, line.value.translation)
            for line in read_table(file, COLUMNS, _cell)
        ]
        done = import_translations(script, language, cells)
        if done.wrong:
            raise TableFaults([Fault(row, TRANSLATION if row else "", why) for row, why in done.wrong])
    written = _written(done, language, folder)
    try:
        _replace_all(written)
    except OSError as error:
        raise NotPossible(f"{folder} cannot be written: {error.strerror}") from error
    same = len(cells) - len(done.changed)
    click.echo(f"{file.name}: {len(done.changed)} texts changed, {same} unchanged")
    if done.outdated:
        rows = ", ".join(map(str, done.outdated[:20]))
        click.echo(f"the Vietnamese of these rows has changed since the sheet was written: {rows}", err=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of the sheet as it is read."""

    key: Key
    mark: str
    made_from: str
    translation: str


def _cell(**values: str) -> Cell:
    key = Key(values["flow"], values["step"], values["part"], values["variant"])
    return Cell(key, values["mark"], values["made_from"], values["translation"])


@click.command("translated")
@_language
@click.option(
    "--fits", multiple=True, metavar="FLOW", help="A flow whose texts fit the Vietnamese as it is now."
)
@_folder
def translated_command(language: str, fits: tuple[str, ...], folder: Path) -> None:
    """Note from which Vietnamese the texts were made that stand in the files of a language and were written there by hand.

    From then on `flows export` tells which of them the Vietnamese has changed of. What was noted before stays, but for
    texts with other words since, and for those of a flow that --fits names.
    """
    script = _loaded(folder, language)
    unknown = [flow for flow in fits if flow not in script.flows and flow != PHRASES]
    if unknown:
        raise NotPossible(f"there is no flow '{unknown[0]}'")
    wordings, known = wordings_of(script, language), _originals(folder, language)
    done = written_by_hand(known, wordings, fits)
    noted = with_translated(known, wordings, [(key, "") for key in done])
    if noted != known:
        try:
            _replace_all({folder / "languages" / language / ORIGINALS: written(noted)})
        except OSError as error:
            raise NotPossible(f"{folder} cannot be written: {error.strerror}") from error
    click.echo(f"{language}: {len(done)} texts noted, {len(noted)} in all")


def _loaded(folder: Path, language: str) -> Script:
    try:
        script = load(folder)
    except ScriptError as error:
        raise NotPossible(f"the flows cannot be read:\n{error}") from error
    if language == BASE_LANGUAGE:
        raise NotPossible("Vietnamese stands in the flows themselves: it is not translated")
    if language not in script.overlays:
        raise NotPossible(f"there is no language '{language}'; there are {', '.join(script.overlays)}")
    return script


def _as_cells(row: Row) -> Mapping[str, object]:
    room = "" if row.room is None else str(row.room)
    hint = [f"Nhiều nhất {room} ký tự, không dấu."] if room else []
    hint += [f"Giữ nguyên {row.keeps}"] if row.keeps else []
    return {
        "flow": row.key.flow,
        "step": row.key.step,
        "part": row.key.part,
        "variant": row.key.variant,
        "spoken_by": row.spoken_by,
        "before": row.before,
        "original": row.original,
        "keeps": row.keeps,
        "room": room,
        "translation": row.translation,
        "changed": row.changed,
        "mark": row.mark,
        "made_from": row.made_from,
        "hint": " ".join(hint),
    }


def _last_export(since: Path | None, out: Path) -> dict[Key, Before]:
    """What the last sheet says; nothing where there is no such sheet."""
    if since is None:
        try:
            lines = read_table(out, COLUMNS, _cell) if out.exists() else []
        except TableFaults:
            return {}
    else:
        with faults_told(since):
            lines = read_table(since, COLUMNS, _cell)
    return {
        cell.key: Before(cell.made_from or cell.mark, cell.translation)
        for cell in (line.value for line in lines)
        if cell.made_from or cell.mark
    }


def _originals(folder: Path, language: str) -> dict[Key, Original]:
    try:
        return read_originals(folder / "languages" / language)
    except (OSError, ValueError, TypeError) as error:
        raise NotPossible(f"languages/{language}/{ORIGINALS} cannot be read: {error}") from error


def _written(done: Import, language: str, folder: Path) -> dict[Path, str | None]:
    """The new content of each file that changes; None for one that has no text any more."""
    home = folder / "languages" / language
    files: dict[Path, str | None] = {}
    for flow in dict.fromkeys(cell.key.flow for cell in done.changed if cell.key.flow != PHRASES):
        path = home / f"{flow}.yaml"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        steps = _steps(done.script, language, flow)
        files[path] = overlay_yaml(steps, before=before) if steps else None
    phrases = [cell.key.step for cell in done.changed if cell.key.flow == PHRASES]
    if phrases:
        path = folder / "phrases.yaml"
        files[path] = phrases_yaml(path.read_text(encoding="utf-8"), done.script.phrases, phrases)
    if done.changed:
        translated = [(cell.key, cell.mark) for cell in done.changed]
        wordings = wordings_of(done.script, language)
        files[home / ORIGINALS] = written(with_translated(_originals(folder, language), wordings, translated))
    return files


def _steps(script: Script, language: str, flow: str) -> dict[str, StepTexts]:
    overlay = script.overlays[language]
    return {step: overlay[flow, step] for step in script.flows[flow].texts if (flow, step) in overlay}


def _replace_all(files: Mapping[Path, str | None]) -> None:
    """Write all files, or none: each is written whole beside its place first."""
    beside = {
        path: path.with_name(f".{path.name}.new") for path, content in files.items() if content is not None
    }
    try:
        for path, new in beside.items():
            new.write_text(files[path] or "", encoding="utf-8")
        for path, new in beside.items():
            os.replace(new, path)
    finally:
        _forget(beside.values())
    _forget(path for path, content in files.items() if content is None)


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
