"""Reading one step: what it does for the engine, and its words."""

from helpdesk.conversation.engine.limits import MAX_TRIES
from helpdesk.conversation.engine.structure import Ask, Do, Say, Step, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.model import StepTexts, Text
from helpdesk.conversation.script.nodes import Node

_VARIANTS = {"sms", "ussd", "one_way", "fallback"}
_SAY = {"say", "to", "segments", "also_by_sms", "asks_commune", "nothing_to_reply"}
_ASK = {
    "ask", "again", "expect", "choices", "options", "option", "keep", "exits", "segments", "tries", "asks_commune",
}  # fmt: skip
_DO = {"do", "exits"}


def read_step(node: Node) -> tuple[Step, StepTexts] | None:
    """The step and its texts; None after noting why it is neither a say, an ask nor a do."""
    names = dict(node.items())
    kinds = [kind for kind in ("say", "ask", "do") if kind in names]
    if len(kinds) != 1:
        node.fault("a step either says, asks or does: exactly one of 'say', 'ask', 'do'")
        return None
    match kinds[0]:
        case "say":
            return _read_say(node)
        case "ask":
            return _read_ask(node)
        case _:
            return _read_do(node)


def _read_say(node: Node) -> tuple[Step, StepTexts] | None:
    parts = node.fields(_SAY)
    if "to" not in parts:
        node.fault("a step that says needs 'to': where it leads")
        return None
    to = _target(parts["to"])
    texts = StepTexts(
        {Slot.SAY: read_text(parts["say"])},
        segments=_segments(parts),
        line=node.line,
        also_by_sms="also_by_sms" in parts and parts["also_by_sms"].flag(),
        asks_commune="asks_commune" in parts and parts["asks_commune"].flag(),
        nothing_to_reply="nothing_to_reply" in parts and parts["nothing_to_reply"].flag(),
        exit_lines={"to": parts["to"].line},
    )
    return (Say(to), texts) if to else None


def _read_do(node: Node) -> tuple[Step, StepTexts] | None:
    parts = node.fields(_DO)
    if "exits" not in parts:
        node.fault("a step that does something needs 'exits': outcome → where it leads")
        return None
    texts = StepTexts(line=node.line, exit_lines=_exit_lines(parts["exits"]))
    return Do(parts["do"].text(), _exits(parts["exits"])), texts


def _read_ask(node: Node) -> tuple[Step, StepTexts] | None:
    parts = node.fields(_ASK)
    labels, targets = _choices(parts["choices"]) if "choices" in parts else ((), ())
    options = parts["options"].text() if "options" in parts else None
    if not labels and "exits" not in parts:
        node.fault("a question needs 'choices' or 'exits'")
        return None
    default = "choice" if not options else "option"
    ask = Ask(
        expect=parts["expect"].text() if "expect" in parts else default,
        exits=_exits(parts["exits"]) if "exits" in parts else {},
        choices=targets,
        options=options,
        keep=parts["keep"].text() if "keep" in parts else None,
        tries=_tries(parts),
    )
    slots = {Slot.ASK: read_text(parts["ask"])}
    if "again" in parts:
        slots[Slot.AGAIN] = read_text(parts["again"])
    option = read_text(parts["option"]) if "option" in parts else None
    if (option is None) != (options is None):
        node.fault("'options' (what to choose from) and 'option' (how each is worded) go together")
    exit_lines = _exit_lines(parts["exits"]) if "exits" in parts else {}
    asks_commune = "asks_commune" in parts and parts["asks_commune"].flag()
    return ask, StepTexts(
        slots, labels, option, _segments(parts), node.line, exit_lines, asks_commune=asks_commune
    )


def _choices(node: Node) -> tuple[tuple[Text, ...], tuple[Target, ...]]:
    labels, targets = [], []
    for item in node.list():
        parts = item.fields({"say", "to"})
        if len(parts) != 2:
            item.fault("a choice needs 'say' and 'to'")
            continue
        target = _target(parts["to"])
        if target:
            labels.append(read_text(parts["say"]))
            targets.append(target)
    return tuple(labels), tuple(targets)


def _exits(node: Node) -> dict[str, Target]:
    found = {outcome: _target(target) for outcome, target in node.items()}
    return {outcome: target for outcome, target in found.items() if target}


def _exit_lines(node: Node) -> dict[str, int]:
    return {outcome: target.line for outcome, target in node.items()}


def _target(node: Node) -> Target | None:
    try:
        return Target.parse(node.text())
    except ValueError as error:
        node.fault(str(error))
        return None


def _tries(parts: dict[str, Node]) -> int:
    if "tries" not in parts:
        return MAX_TRIES
    raw = parts["tries"].text()
    if raw not in ("1", "2"):
        parts["tries"].fault("'tries' is 1 or 2: nobody is asked a third time")
        return MAX_TRIES
    return int(raw)


def _segments(parts: dict[str, Node]) -> int:
    if "segments" not in parts:
        return 1
    raw = parts["segments"].text()
    if raw not in ("1", "2"):
        parts["segments"].fault("'segments' is 1 or 2: more than two are not read")
        return 2
    return int(raw)


def read_text(node: Node) -> Text:
    """A wording, or a mapping of its variants."""
    if node.is_text():
        return Text(sms=node.text(), line=node.line)
    parts = node.fields(_VARIANTS)
    if "sms" not in parts:
        node.fault("a text with variants needs 'sms'")
    return Text(
        **{name: part.text() for name, part in parts.items()}
        | {"sms": parts["sms"].text() if "sms" in parts else ""},
        line=node.line,
    )


def read_overlay_texts(node: Node) -> StepTexts:
    """The texts of one step in another language: `say`, `ask`, `again`, `option`, and `choices` as a list of texts."""
    parts = node.fields({"say", "ask", "again", "choices", "option", "segments"})
    slots = {Slot(name): read_text(parts[name]) for name in ("say", "ask", "again") if name in parts}
    labels = tuple(read_text(item) for item in parts["choices"].list()) if "choices" in parts else ()
    option = read_text(parts["option"]) if "option" in parts else None
    return StepTexts(slots, labels, option, _segments(parts), node.line)
