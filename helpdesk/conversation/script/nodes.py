"""YAML with line numbers: every fault is reported as `file:line: why`, all of them at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_QUICK: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where it is there: eight times as fast, and every process that starts reads all flows."""


class ScriptError(Exception):
    """The flows cannot be used; `faults` has a line `file:line: why` for each thing to mend."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Faults:
    """Collects what is wrong."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, file: str, line: int, why: str) -> None:
        """Note one fault."""
        fault = f"{file}:{line}: {why}"
        if fault not in self.found:
            self.found.append(fault)


class Node:
    """A value in a YAML file that knows where it stands and complains politely."""

    def __init__(self, file: str, node: yaml.Node, faults: Faults) -> None:
        self.file, self.node, self.faults = file, node, faults

    @property
    def line(self) -> int:
        """Counted from 1."""
        return int(self.node.start_mark.line) + 1

    def fault(self, why: str) -> None:
        """Note a fault at this place."""
        self.faults.add(self.file, self.line, why)

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """The pairs of a mapping; anything else is a fault and empty. A key that stands twice is a fault."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fault("here a mapping (name: value) is expected")
            return
        seen: set[str] = set()
        for key, value in self.node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.faults.add(self.file, int(key.start_mark.line) + 1, "here a name is expected")
                continue
            if key.value in seen:
                self.faults.add(self.file, int(key.start_mark.line) + 1, f"'{key.value}' stands here twice")
            seen.add(key.value)
            yield str(key.value), Node(self.file, value, self.faults)

    def fields(self, known: set[str]) -> dict[str, "Node"]:
        """The pairs of a mapping whose keys must be among `known`."""
        found = dict(self.items())
        for name, node in found.items():
            if name not in known:
                node.fault(f"'{name}' is not known here; known: {', '.join(sorted(known))}")
        return {name: node for name, node in found.items() if name in known}

    def list(self) -> list["Node"]:
        """The items of a list; anything else is a fault and empty."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fault("here a list is expected")
            return []
        return [Node(self.file, item, self.faults) for item in self.node.value]

    def text(self) -> str:
        """A scalar as it was written, without the space around it; anything else is a fault."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fault("here a text is expected")
            return ""
        return str(self.node.value).strip()

    def is_text(self) -> bool:
        """Whether it is a scalar."""
        return isinstance(self.node, yaml.ScalarNode)

    def flag(self) -> bool:
        """Whether it says `true`; anything but true and false is a fault."""
        if self.text() not in ("true", "false"):
            self.fault("here 'true' or 'false' is expected")
        return self.text() == "true"


def read(path: Path, root: Path, faults: Faults) -> Node | None:
    """The file's root node; None (and a fault) when it is not YAML or empty."""
    name = path.relative_to(root.parent).as_posix()
    try:
        node = _composed(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or getattr(error, "reason", "it cannot be read")
        faults.add(name, mark.line + 1 if mark else 1, f"not YAML: {why}")
        return None
    except FileNotFoundError:
        faults.add(name, 1, "there is no such file")
        return None
    except OSError as error:
        faults.add(name, 1, f"it cannot be read: {error.strerror}")
        return None
    except UnicodeDecodeError:
        faults.add(name, 1, "not UTF-8")
        return None
    if node is None:
        faults.add(name, 1, "the file is empty")
        return None
    return Node(name, node, faults)


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_QUICK)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)  # tells better what is wrong, and where
