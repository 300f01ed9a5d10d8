"""`helpdesk flows print` and `flows sign`: the sheet of all texts, and who signed for which of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script
from helpdesk.conversation.script.nodes import ScriptError
from helpdesk.conversation.script.printing.sheet import sheet
from helpdesk.conversation.script.printing.sheet_texts import SheetText, Signature, page_mark, sheet_texts
from helpdesk.conversation.signing import sign_texts, signatures
from helpdesk.people.audit import note
from helpdesk.store.engine import reading

_folder = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FLOWS,
    help="The folder of the flows, if not the one that is used.",
)
_language = click.option(
    "--language", default=BASE_LANGUAGE, show_default=True, help="A language of the flows."
)


@click.command("print")
@_language
@_folder
def print_command(language: str, folder: Path) -> None:
    """Print the sheet of all texts for an officer to sign, a page for each flow.

    Each text has its mark, and each page. Who signed already is said, as far as the store of this machine knows.
    """
    script = _loaded(folder, language)
    click.echo(sheet(script, language=language, signatures=_known()), nl=False)


def _known() -> dict[str, Signature]:
    """The signatures of the configured store; none where there is no store yet."""
    try:
        with configured_runtime() as runtime, reading(runtime.engine) as db:
            return signatures(db)
    except NotPossible:
        return {}


@click.command("sign")
@click.option("--by", required=True, help="who signed, on paper")
@click.option(
    "--flow", "flows", multiple=True, help="the texts of this flow; without --flow and --mark all texts"
)
@click.option("--mark", "marks", multiple=True, help="the texts of the page, or the one text, with this mark")
@_language
@_folder
def sign_command(
    by: str, flows: tuple[str, ...], marks: tuple[str, ...], language: str, folder: Path
) -> None:
    """Write down that somebody signed for texts as they are now.

    A mark names what was printed: when its texts have changed since, nothing is signed (exit 1). A text that is
    changed later has no signature. Signing twice changes nothing.
    """
    by = by.strip()
    if not by:
        raise click.BadParameter("say who signed", param_hint="--by")
    pages = _pages(_loaded(folder, language), language)
    wanted = list(_wanted(pages, flows, marks))
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        now = runtime.clock.now()
        new = sign_texts(db, wanted, by=by, now=now)
        if new:
            note(
                db,
                at=now,
                official_id=None,
                commune_id=None,
                action="texts.signed",
                subject="texts",
                detail={"by": by, "texts": sorted(text.mark for text in wanted)},
            )
    click.echo(f"texts signed by {by}: {new}; signed before: {len(wanted) - new}")


def _pages(script: Script, language: str) -> dict[str, list[SheetText]]:
    pages: dict[str, list[SheetText]] = {}
    for text in sheet_texts(script, language):
        pages.setdefault(text.flow, []).append(text)
    return pages


def _wanted(
    pages: dict[str, list[SheetText]], flows: Sequence[str], marks: Sequence[str]
) -> Iterator[SheetText]:
    for flow in flows:
        if flow not in pages:
            raise NotPossible(f"there is no flow '{flow}' with texts; there are {', '.join(pages)}")
        yield from pages[flow]
    for mark in marks:
        marked = [texts for texts in pages.values() if page_mark(texts) == mark]
        found = (
            marked[0] if marked else [text for texts in pages.values() for text in texts if text.mark == mark]
        )
        if not found:
            raise click.ClickException(
                f"nothing has the mark '{mark}': its texts have changed since it was printed"
            )
        yield from found
    if not flows and not marks:
        yield from (text for texts in pages.values() for text in texts)


def _loaded(folder: Path, language: str) -> Script:
    try:
        script = load(folder)
    except ScriptError as error:
        raise NotPossible(f"the flows cannot be read:\n{error}") from error
    known = [BASE_LANGUAGE, *script.overlays]
    if language not in known:
        raise NotPossible(f"there is no language '{language}'; there are {', '.join(known)}")
    return script
