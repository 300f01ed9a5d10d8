"""Which outside names a piece of source reaches for, whatever it calls them."""

import ast
from collections.abc import Iterator


def reached_names(source: ast.Module) -> Iterator[tuple[str, int]]:
    """Full dotted names with their lines: `from datetime import datetime as d; d.now()` reaches
    "datetime.datetime.now". An import reaches what it imports."""
    known: dict[str, str] = {}
    for node in ast.walk(source):
        for local, full in _imported(node):
            known[local] = full
            yield full, getattr(node, "lineno", 0)
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute):
            full = _dotted(node, known)
            if full:
                yield full, node.lineno


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for name in node.names:
            if name.asname:
                yield name.asname, name.name
            else:
                yield name.name.split(".")[0], name.name.split(".")[0]
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        for name in node.names:
            yield name.asname or name.name, f"{node.module}.{name.name}"


def _dotted(node: ast.expr, known: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value, known)
        return f"{before}.{node.attr}" if before else ""
    return ""
