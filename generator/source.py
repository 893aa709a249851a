"""A source folder to a `Plan`: the matrix, what the document says beside it, and `plan.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.amounts import parse_amount
from generator.errors import Finding, InvalidSourceError, SourceNotFoundError
from generator.matrix import ADOPTED_SCHEMA, Matrix, build_axes, control_rows, read_matrix
from generator.plan import (
    PLAN_CODE,
    Acronym,
    Amount,
    Gap,
    Plan,
    Published,
    Remark,
    SourceFile,
    Statement,
)
from generator.problems import problem
from generator.settings import read_settings
from generator.tables import Record, Schema, Table, read_table
from generator.totals import Controls, control_totals

PUBLISHED = Schema("totaux_publies.csv", ("niveau", "code", "intitule", "cout_total"), years=True)
GAPS = Schema("ecarts_document.csv", ("id", "niveau", "code", "nature", "explication"), years=True)
REMARKS = Schema("remarques_document.csv", ("id", "lieu", "nature", "constat"))
LOG_FRAME = Schema("cadre_logique.csv", ("code", "niveau", "enonce", "indicateur"))
ACRONYMS = Schema("sigles.csv", ("sigle", "libelle"))
TOTAL_LEVELS = ("action", "objectif", "axe", "plan", "etat", "partenaires")
GAP_LEVELS = ("action", "objectif", "axe")
FRAME_LEVELS = {"effet": "objectif", "produit": "action"}
OUTSIDE_MATRIX = ("plan", "etat", "partenaires")


@dataclass(frozen=True, slots=True)
class Source:
    """A source folder as read: the plan, and the control totals of its rows."""

    plan: Plan
    controls: Controls


@dataclass(slots=True)
class _Reader:
    """What has been read of the folder so far, and every problem found."""

    folder: Path
    findings: list[Finding] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def table(self, schema: Schema, years: tuple[int, ...] = ()) -> Table:
        """Return an optional file's table, empty where the folder has no such file."""
        path = self.folder / schema.name
        if not path.is_file():
            return Table(schema.name)
        table = read_table(path, schema)
        if schema.years and years and not table.findings and table.years != years:
            expected = ", ".join(map(str, years))
            table.findings.append(
                problem("header.years_differ", schema.name, 1, expected=expected)
            )
            table.records.clear()
        self.keep(table)
        return table

    def keep(self, table: Table) -> None:
        """Remember a table's fingerprint; its findings are taken at the end."""
        if table.source:
            self.files.append(table.source)
        self.tables.append(table)


def read_source(folder: Path) -> Source:
    """Return the plan of a source folder.

    Raises `SourceNotFoundError` where there is no `matrice.csv`, `InvalidSourceError` with every
    finding where anything is wrong.
    """
    path = folder / "matrice.csv"
    if not folder.is_dir():
        raise SourceNotFoundError(folder, "dossier introuvable")
    if not path.is_file():
        raise SourceNotFoundError(path, "fichier introuvable")
    reader = _Reader(folder)
    matrix = read_matrix(path)
    reader.keep(matrix.table)
    adopted = _read_adopted(reader, matrix.years)
    settings = read_settings(folder, list(dict.fromkeys(part.axis for part in matrix.placed)))
    reader.findings += settings.findings
    if settings.source:
        reader.files.append(settings.source)
    years = matrix.years
    published = _read_published(reader, matrix, years)
    gaps = _read_gaps(reader, matrix, years)
    statements = _read_statements(reader, matrix)
    remarks = [Remark(r["id"], r["lieu"], r["nature"], r["constat"])
               for r in reader.table(REMARKS).records]
    acronyms = [Acronym(r["sigle"], r["libelle"]) for r in reader.table(ACRONYMS).records]
    findings = [*reader.findings, *[f for table in reader.tables for f in table.findings]]
    if findings:
        raise InvalidSourceError(tuple(sorted(findings, key=lambda f: (f.file, f.line))))
    plan = Plan(
        settings.settings,
        years,
        build_axes(matrix, statements, settings.settings.sheets),
        {part.activity.code: part for part in adopted.placed} if adopted else None,
        published,
        gaps,
        tuple(remarks),
        tuple(acronyms),
        tuple(sorted(reader.files, key=lambda file: file.name)),
    )
    base = control_totals(control_rows(matrix), years)
    controls = Controls(base, control_totals(control_rows(adopted), years) if adopted else base)
    return Source(plan, controls)


def _read_adopted(reader: _Reader, years: tuple[int, ...]) -> Matrix | None:
    path = reader.folder / ADOPTED_SCHEMA.name
    if not path.is_file():
        return None
    matrix = read_matrix(path, ADOPTED_SCHEMA)
    if not matrix.findings and matrix.years != years:
        expected = ", ".join(map(str, years))
        matrix.findings.append(
            problem("header.years_differ", ADOPTED_SCHEMA.name, 1, expected=expected)
        )
    reader.keep(matrix.table)
    return matrix


def _amounts(table: Table, record: Record) -> tuple[Amount, ...]:
    """Return the years of a record, signs allowed: gaps may be negative."""
    return tuple(_signed(table, record, str(year)) for year in table.years)


def _signed(table: Table, record: Record, column: str) -> Amount:
    text = record[column]
    negative = len(text) > 1 and text[0] in "-−"
    amount = parse_amount(text[1:] if negative else text)
    if isinstance(amount, int):
        return -amount if negative else amount
    if amount is not None:
        kind = getattr(amount, "kind", "amount.text")
        fields = getattr(amount, "fields", {})
        table.findings.append(problem(kind, table.name, record.line, column, text, **fields))
    return None


def _known(
    table: Table, record: Record, matrix: Matrix, levels: Mapping[str, str]
) -> bool:
    """Tell whether the record's level and code are known; if not, that is a finding."""
    level, code = record["niveau"], record["code"]
    if level not in levels:
        expected = ", ".join(levels)
        table.findings.append(
            problem("level.unknown", table.name, record.line, "niveau", level, expected=expected)
        )
        return False
    if levels[level] not in OUTSIDE_MATRIX and (levels[level], code) not in matrix.titles:
        table.findings.append(problem("code.unknown", table.name, record.line, "code", code))
        return False
    return True


def _unique(table: Table, key: Callable[[Record], object], column: str) -> None:
    """Find records that share a key."""
    first: dict[object, int] = {}
    for record in table.records:
        line = first.setdefault(key(record), record.line)
        if line != record.line:
            table.findings.append(
                problem("key.duplicate", table.name, record.line, column, record[column], first=line)
            )


def _read_published(
    reader: _Reader, matrix: Matrix, years: tuple[int, ...]
) -> dict[tuple[str, str], Published]:
    """Return the published totals by (level, code); the plan's own code is always `PLAN`."""
    table = reader.table(PUBLISHED, years)
    _unique(table, lambda record: (record["niveau"], record["code"]), "code")
    levels = {level: level for level in TOTAL_LEVELS}
    found = {}
    for record in table.records:
        if _known(table, record, matrix, levels):
            level = record["niveau"]
            code = PLAN_CODE if level == "plan" else record["code"]
            total = _signed(table, record, "cout_total") or 0
            found[level, code] = Published(record["intitule"], total, _amounts(table, record))
    return found


def _read_gaps(reader: _Reader, matrix: Matrix, years: tuple[int, ...]) -> tuple[Gap, ...]:
    table = reader.table(GAPS, years)
    _unique(table, lambda record: record["id"], "id")
    levels = {level: level for level in GAP_LEVELS}
    return tuple(
        Gap(
            record["id"],
            record["niveau"],
            record["code"],
            record["nature"],
            record["explication"],
            _amounts(table, record),
        )
        for record in table.records
        if _known(table, record, matrix, levels)
    )


def _read_statements(reader: _Reader, matrix: Matrix) -> dict[tuple[str, str], Statement]:
    table = reader.table(LOG_FRAME)
    _unique(table, lambda record: (record["niveau"], record["code"]), "code")
    return {
        (record["niveau"], record["code"]): Statement(record["enonce"], record["indicateur"])
        for record in table.records
        if _known(table, record, matrix, FRAME_LEVELS)
    }


