"""Reading the folder `flows/` into a Script."""

from pathlib import Path

from helpdesk.conversation.engine.structure import Flow, Step, Structure
from helpdesk.conversation.script.languages import OFFERED, lacking
from helpdesk.conversation.script.model import (
    BASE_LANGUAGE,
    FlowScript,
    Forbidden,
    Placeholder,
    Script,
    StepTexts,
    Wordings,
)
from helpdesk.conversation.script.nodes import Faults, Node, ScriptError, read
from helpdesk.conversation.script.steps import read_overlay_texts, read_step

FLOWS = Path(__file__).parents[3] / "flows"
"""Where the shipped scripts stand."""

_VOCABULARY = {"placeholders.yaml", "phrases.yaml", "forbidden.yaml"}


def load(folder: Path = FLOWS) -> Script:
    """Read all of `folder`. Raises ScriptError with every fault of form; `check` finds the others."""
    script, faults = read_folder(folder)
    if faults:
        raise ScriptError(faults)
    return script


def read_folder(folder: Path) -> tuple[Script, list[str]]:
    """What can be read of `folder`, and every fault of form; for checking all at once what is only partly right."""
    faults = Faults()
    files = sorted(path for path in folder.glob("*.yaml") if path.name not in _VOCABULARY)
    flows: dict[str, Flow] = {}
    scripts: dict[str, FlowScript] = {}
    for path in files:
        node = read(path, folder, faults)
        if node is not None:
            _read_flow(node, path.stem, flows, scripts)
    structure = Structure(flows)
    overlays = {path.name: _read_overlay(path, folder, faults) for path in _language_folders(folder)}
    phrases, phrase_lines = _read_phrases(folder, faults)
    script = Script(
        structure=structure,
        edition=structure.edition(),
        flows=scripts,
        placeholders=_read_placeholders(folder, faults),
        phrases=phrases,
        overlays=overlays,
        languages=(
            BASE_LANGUAGE,
            *(code for code in overlays if not lacking(code, overlays, scripts, phrases)),
        ),
        forbidden=_read_forbidden(folder, faults),
        folder=folder.name,
        phrase_lines=phrase_lines,
        declared=_read_declared(folder, faults),
    )
    return script, faults.found


def _read_flow(node: Node, stem: str, flows: dict[str, Flow], scripts: dict[str, FlowScript]) -> None:
    parts = node.fields(
        {"flow", "title", "intents", "aside", "starts_by_us", "turned_to", "refines", "steps"}
    )
    for needed in ("flow", "title", "steps"):
        if needed not in parts:
            node.fault(f"a flow needs '{needed}'")
            return
    name = parts["flow"].text()
    if name != stem:
        parts["flow"].fault(f"the flow '{name}' must stand in {name}.yaml")
    steps: dict[str, Step] = {}
    texts: dict[str, StepTexts] = {}
    for step_name, step_node in parts["steps"].items():
        step = read_step(step_node)
        if step is not None:
            steps[step_name], texts[step_name] = step
    if not steps:
        if not dict(parts["steps"].items()):
            parts["steps"].fault("a flow needs at least one step")
        return
    intents = parts["intents"].list() if "intents" in parts else []
    flows[name] = Flow(next(iter(steps)), steps, aside="aside" in parts and parts["aside"].flag())
    scripts[name] = FlowScript(
        name=name,
        file=node.file,
        title=parts["title"].text(),
        intents=tuple(item.text() for item in intents),
        starts_by_us="starts_by_us" in parts and parts["starts_by_us"].flag(),
        turned_to="turned_to" in parts and parts["turned_to"].flag(),
        refines=frozenset(item.text() for item in parts["refines"].list())
        if "refines" in parts
        else frozenset(),
        texts=texts,
        intent_lines={item.text(): item.line for item in intents},
    )


def _language_folders(folder: Path) -> list[Path]:
    languages = folder / "languages"
    return sorted(path for path in languages.iterdir() if path.is_dir()) if languages.is_dir() else []


def _read_declared(folder: Path, faults: Faults) -> dict[str, int]:
    path = folder / "languages" / OFFERED
    node = read(path, folder, faults) if path.exists() else None
    return {item.text(): item.line for item in node.list()} if node else {}


def _read_overlay(language: Path, folder: Path, faults: Faults) -> Wordings:
    wordings: dict[tuple[str, str], StepTexts] = {}
    for path in sorted(language.glob("*.yaml")):
        node = read(path, folder, faults)
        if node is None:
            continue
        for step, step_node in node.items():
            wordings[path.stem, step] = read_overlay_texts(step_node)
    return wordings


def _read_placeholders(folder: Path, faults: Faults) -> dict[str, Placeholder]:
    node = read(folder / "placeholders.yaml", folder, faults)
    found = {}
    for name, entry in node.items() if node else ():
        parts = entry.fields({"longest", "about", "typical"})
        if not {"longest", "about"} <= parts.keys():
            entry.fault("a placeholder needs 'about' and 'longest'")
            continue
        typical = _by_language(parts["typical"]) if "typical" in parts else {}
        found[name] = Placeholder(_by_language(parts["longest"]), parts["about"].text(), entry.line, typical)
    return found


def _by_language(value: Node) -> dict[str, str]:
    """One value for all languages, or one for each."""
    if value.is_text():
        return {BASE_LANGUAGE: value.text()}
    return {code: words.text() for code, words in value.items()}


def _read_phrases(folder: Path, faults: Faults) -> tuple[dict[str, dict[str, str]], dict[str, int]]:
    """The phrases, and the line of each."""
    node = read(folder / "phrases.yaml", folder, faults)
    entries = dict(node.items()) if node else {}
    phrases = {name: {code: words.text() for code, words in entry.items()} for name, entry in entries.items()}
    for name in phrases:
        if BASE_LANGUAGE not in phrases[name]:
            entries[name].fault(f"a phrase needs '{BASE_LANGUAGE}'")
    return phrases, {name: entry.line for name, entry in entries.items()}


def _read_forbidden(folder: Path, faults: Faults) -> tuple[Forbidden, ...]:
    node = read(folder / "forbidden.yaml", folder, faults)
    found = []
    for entry in node.list() if node else []:
        parts = entry.fields({"phrase", "reason", "unless"})
        if "phrase" not in parts or "reason" not in parts:
            entry.fault("a forbidden phrase needs 'phrase' and 'reason'")
            continue
        unless = tuple(item.text() for item in parts["unless"].list()) if "unless" in parts else ()
        found.append(Forbidden(parts["phrase"].text(), parts["reason"].text(), unless))
    return tuple(found)
