"""Each module imports only from those before it, and each library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent

LAYERS: dict[str, tuple[str, ...]] = {
    "errors and texts": ("texts", "errors", "frenchparser", "temporaries", "files"),
    "words": (
        "typography",
        "words.shared",
        "words.cover",
        "words.axes",
        "words.totals",
        "words.bridges",
        "words.checks",
        "words.watched",
        "words.parameters",
        "words.officers",
        "words.structures",
        "words.funding",
        "words.workplan",
        "words",
        "labels",
    ),
    "plan": ("fundings", "plan", "numbering", "structures"),
    "model": (
        "model",
        "model.values",
        "model.addresses",
        "model.place",
        "model.operators",
        "model.lookups",
        "model.functions",
        "model.nodes",
        "model.formula",
        "model.grid",
        "model.slots",
        "model.compute",
    ),
    "styles": ("styles",),
    "reading": (
        "reading",
        "reading.codes",
        "reading.problems",
        "reading.encodings",
        "reading.frenchtext",
        "reading.guesses",
        "reading.decoding",
        "reading.csvtext",
        "reading.tomlfile",
        "reading.amounts",
        "reading.records",
        "reading.tables",
        "reading.hierarchy",
        "reading.matrix",
        "reading.annexes",
        "reading.fundings",
        "reading.decisions",
        "reading.quarters",
        "reading.settings",
        "reading.totals",
        "reading.source",
    ),
    "merging": (
        "merging",
        "merging.facts",
        "merging.changes",
        "merging.edits",
        "merging.conflicts",
        "merging.fields",
        "merging.parties",
        "merging.renumbering",
        "merging.rekeying",
        "merging.records",
        "merging.threeway",
        "merging.renaming",
    ),
    "sheets": (
        "sheets",
        "sheets.common",
        "sheets.parameters",
        "sheets.stamp",
        "sheets.activity_lines",
        "sheets.activities",
        "sheets.gaps",
        "sheets.measures",
        "sheets.reconciliation",
        "sheets.adjustments",
        "sheets.structures",
        "sheets.ceilings",
        "sheets.summary_charts",
        "sheets.axis_rows",
        "sheets.axis_checks",
        "sheets.axis",
        "sheets.summary",
        "sheets.pledges",
        "sheets.funding",
        "sheets.financing",
        "sheets.workplan",
        "sheets.checks",
        "sheets.cover",
        "sheets.acronyms",
    ),
    "writer": (
        "writer.heights",
        "writer.target",
        "writer.xml",
        "writer.names",
        "writer.cells",
        "writer.charts",
        "writer.frame",
        "writer.book",
        "writer",
    ),
    "workbook": ("workbook",),
    "reader": (
        "reader.opened",
        "reader.refusals",
        "reader.limits",
        "reader.kinds",
        "reader.gate",
        "reader.package",
        "reader.areas",
        "reader.values",
        "reader.texts",
        "reader.sharing",
        "reader.colours",
        "reader.looks",
        "reader.cells",
        "reader.frame",
        "reader.overlays",
        "reader.drawings",
        "reader.book",
        "reader.pages",
        "reader.about",
        "reader.sheet",
        "reader",
    ),
    "rules": (
        "rules.tokens",
        "rules.sentences",
        "rules.texts",
        "rules.layout",
        "rules.bridges",
        "rules.formulas",
        "rules.roles",
        "rules.patterns",
        "rules.chains",
        "rules.sizes",
        "rules.sums",
        "rules.links",
        "rules.opencells",
        "rules.inputs",
        "rules.amounts",
        "rules.rows",
        "rules.protection",
        "rules.sheets",
        "rules.formats",
        "rules.printing",
        "rules.looks",
        "rules.names",
        "rules.checks",
        "rules.limits",
        "rules",
    ),
    "recovery": (
        "recovery.titles",
        "recovery.table",
        "recovery.marks",
        "recovery.tops",
        "recovery.lines",
        "recovery.axes",
        "recovery.places",
        "recovery.document",
        "recovery.identity",
        "recovery.fundings",
        "recovery.quarters",
        "recovery.settings",
        "recovery",
    ),
    "checking": (
        "checking.texts",
        "checking.formulas",
        "checking.strays",
        "checking.rows",
        "checking.columns",
        "checking.overlay",
        "checking.cells",
        "checking.inputs",
        "checking.states",
        "checking.far",
        "checking.gathering",
        "checking.vouching",
        "checking.renamed",
        "checking",
    ),
    "copies": (
        "copies",
        "copies.said_inputs",
        "copies.said_structure",
        "copies.said",
        "copies.values",
        "copies.locked",
        "copies.parted",
        "copies.gathering",
        "copies.lines",
        "copies.totals",
        "copies.columns",
        "copies.additions",
        "copies.activities",
        "copies.quarters",
        "copies.parameters",
        "copies.fundings",
        "copies.tables",
        "copies.strays",
        "copies.mirrors",
        "copies.asides",
        "copies.bases",
        "copies.reading",
        "copies.texts",
        "copies.settling",
        "copies.lost_inputs",
        "copies.comparing",
    ),
    "source files": (
        "sourcefiles",
        "sourcefiles.rawcsv",
        "sourcefiles.folder",
        "sourcefiles.settings",
        "sourcefiles.renaming",
        "sourcefiles.fundings",
        "sourcefiles.writing",
        "sourcefiles.journal",
        "sourcefiles.transaction",
    ),
    "return": (
        "reports",
        "reports.findings",
        "reports.shown",
        "reports.changes",
        "reports.conflicts",
        "reports.choices",
        "reports.differences",
        "returning",
        "returning.added",
        "returning.renamed",
        "returning.rekeyed",
        "returning.earlier",
        "returning.respelled",
        "returning.kept_lines",
        "returning.alike",
        "returning.session",
        "returning.deciding",
        "returning.applying",
    ),
    "command": (
        "verbs.statuses",
        "verbs.arguments",
        "verbs.outputs",
        "verbs.conflicts",
        "verbs.remarks",
        "verbs.progress",
        "verbs.build",
        "verbs.check",
        "verbs.returning",
        "verbs.import_copy",
        "verbs.merge_copies",
        "verbs.diff",
        "verbs.log",
        "verbs",
        "cli",
        "__main__",
    ),
}
"""The layers from the bottom to the top; inside one, too, a module imports from those before it.

A package stands where its `__init__` does; a new module has to be given its place here.
"""

DOORS = {
    "pandas": {"reading.totals"},
    "xlsxwriter": set(LAYERS["writer"]),
    "openpyxl": {"rules.tokens"},
    "tomlkit": {"sourcefiles.settings"},
    "filelock": {"sourcefiles.transaction"},
}
"""The libraries, and the only modules that may import each: any other library has no door."""

RANK = {name: rank for rank, name in enumerate(name for layer in LAYERS.values() for name in layer)}


def module_name(path: Path) -> str:
    """Return a module's name inside the package, "" for the package itself."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


SOURCES = {module_name(path): path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py")}
MODULES = sorted(SOURCES.keys() - {""})


def imported(name: str) -> Iterator[str]:
    """Yield whatever the module imports, at its head or inside a function, by its full name."""
    for node in ast.walk(ast.parse(SOURCES[name])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(name: str) -> set[str]:
    """Return the package's modules that the module imports."""
    inside = {full.removeprefix("generator.") for full in imported(name)}
    return (inside & SOURCES.keys()) - {name, ""}


def test_every_module_has_its_place() -> None:
    assert set(MODULES) - RANK.keys() == set(), "give the new module its place in LAYERS"
    assert RANK.keys() - set(MODULES) == set(), "take what is gone out of LAYERS"


def test_a_module_imports_only_from_those_before_it() -> None:
    wrong = [
        (name, other)
        for name in MODULES
        for other in imported_modules(name)
        if RANK[other] > RANK[name]
    ]
    assert wrong == []


def test_libraries_are_imported_through_their_doors() -> None:
    known = {*sys.stdlib_module_names, "generator"}
    libraries = {
        (name, full.partition(".")[0])
        for name in MODULES
        for full in imported(name)
        if full.partition(".")[0] not in known
    }
    assert {own for own in libraries if own[0] not in DOORS.get(own[1], set())} == set()


def test_nothing_is_imported_behind_the_tables_back() -> None:
    called = {
        (name, ast.unparse(node.func).rpartition(".")[2])
        for name in MODULES
        for node in ast.walk(ast.parse(SOURCES[name]))
        if isinstance(node, ast.Call)
    }
    hidden = {"import_module", "__import__", "exec", "eval"}
    assert {own for own in called if own[1] in hidden} == set()


def test_the_walk_sees_imports_wherever_they_stand() -> None:
    assert "workbook" in imported_modules("verbs.build")  # inside a function
    assert "model.values" in imported_modules("model.place")  # at the head
    assert "sheets.parameters" in imported_modules("sheets.stamp")  # `from package import module`
    assert "pandas" in set(imported("reading.totals"))


def test_the_command_starts_without_the_heavy_libraries() -> None:
    program = "import sys, generator.cli; print({'pandas', 'xlsxwriter'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
