"""A source folder to a `Plan`: the matrix, what the document says beside it, and `plan.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.errors import Finding, InvalidSourceError, SourceNotFoundError
from generator.files import UNDER_WAY, is_folder, missing_folder
from generator.plan import Plan
from generator.reading import annexes
from generator.reading.decisions import DECISIONS, read_decisions
from generator.reading.fundings import FUNDINGS, read_fundings
from generator.reading.hierarchy import KnownCodes
from generator.reading.matrix import (
    ADOPTED_SCHEMA,
    SCHEMA,
    Matrix,
    build_axes,
    control_rows,
    read_matrix,
)
from generator.reading.problems import problem
from generator.reading.quarters import QUARTERS, read_quarters
from generator.reading.records import Schema, Table
from generator.reading.settings import FILE, SettingsFile, read_settings
from generator.reading.tables import read_table
from generator.reading.totals import Controls, control_totals

TO_COME = (
    "cadre_mesure.csv",
    "execution.csv",
    "resultats.csv",
    "journal.csv",
)
"""Files of the contract that nothing reads yet."""

READ = (
    SCHEMA.name,
    ADOPTED_SCHEMA.name,
    annexes.PUBLISHED.name,
    annexes.GAPS.name,
    annexes.REMARKS.name,
    annexes.LOG_FRAME.name,
    annexes.ACRONYMS.name,
    annexes.CEILINGS.name,
    FUNDINGS.name,
    DECISIONS.name,
    QUARTERS.name,
    FILE,
)


UNFINISHED = (
    "un import écrit dans ce dossier, ou a été interrompu ; attendez sa fin, ou relancez-le "
    "avec --apply"
)


class Source(NamedTuple):
    """A source folder as read: the plan, the control totals of its rows, what is worth telling."""

    plan: Plan
    controls: Controls
    notes: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Reader:
    """What has been read of the folder so far, and what was found."""

    folder: Path
    encoding: str | None
    matrix: Matrix
    tables: list[Table] = field(default_factory=list)
    adopted: Matrix | None = None

    def read_adopted(self, known: KnownCodes) -> None:
        """Read the adopted matrix, where there is one."""
        path = self.folder / ADOPTED_SCHEMA.name
        self.adopted = read_matrix(path, ADOPTED_SCHEMA, known, self.encoding)
        if self.adopted:
            self._keep(self.adopted.table)
            self.matrix.departed = self.adopted.titles.keys() - self.matrix.titles.keys()

    def read_annex(self, schema: Schema) -> Table:
        """Return an optional file's table, empty where the folder has no such file."""
        table = read_table(self.folder / schema.name, schema, self.encoding)
        if table is None:
            return Table(schema)
        self._keep(table)
        return table

    def _keep(self, table: Table) -> None:
        """Remember a table, once its years are known to be the matrix's."""
        self.tables.append(table)
        expected = self.matrix.years
        compared = table.schema.years and table.years and self.matrix.table.header_sound
        if compared and table.header_sound and table.years != expected:
            years = ", ".join(map(str, table.years))
            listed = ", ".join(map(str, expected))
            table.find("header.years_differ", table.header_line, "", years, expected=listed)


def read_source(folder: Path, encoding: str | None = None) -> Source:
    """Return the plan of a source folder; `encoding` is that of CSV files that are not UTF-8.

    Raises `SourceNotFoundError` where there is no `matrice.csv` or a file cannot be opened,
    `InvalidSourceError` with every finding where anything is wrong.
    """
    known = KnownCodes()
    matrix = _read_today(folder, known, encoding)
    reader = _Reader(folder, encoding, matrix, [matrix.table])
    reader.read_adopted(known)
    beside = annexes.read_annexes(reader.read_annex, matrix)
    fundings = read_fundings(reader.read_annex(FUNDINGS), matrix)
    decisions = read_decisions(reader.read_annex(DECISIONS), matrix)
    quarters = read_quarters(reader.read_annex(QUARTERS), matrix)
    years = matrix.years if matrix.table.header_sound else ()
    settings = read_settings(folder, matrix.axes, years, whole=matrix.table.whole)
    findings = [*settings.findings, *[f for table in reader.tables for f in table.findings]]
    if findings:
        raise InvalidSourceError(_in_order(findings))
    notes = [*_unknown_files(folder), *[note for table in reader.tables for note in table.notes]]
    plan = _build_plan(reader, beside, settings)
    plan = plan._replace(fundings=fundings, decisions=decisions, quarters=quarters)
    return Source(plan, _read_controls(reader), _in_order(notes))


def _build_plan(reader: _Reader, beside: annexes.Annexes, settings: SettingsFile) -> Plan:
    """Return the plan of files in which nothing is wrong."""
    sources = [*[table.source for table in reader.tables], settings.source]
    files = sorted((file for file in sources if file), key=lambda file: file.name)
    adopted = reader.adopted
    return Plan(
        settings=settings.settings,
        years=reader.matrix.years,
        axes=build_axes(reader.matrix, beside.statements, settings.settings.sheets),
        adopted={part.activity.code: part for part in adopted.placed} if adopted else None,
        published=beside.published,
        gaps=beside.gaps,
        remarks=beside.remarks,
        acronyms=beside.acronyms,
        ceilings=beside.ceilings,
        files=tuple(files),
    )


def _read_today(folder: Path, known: KnownCodes, encoding: str | None) -> Matrix:
    if not is_folder(folder):
        raise missing_folder(folder)
    if (folder / UNDER_WAY).exists():
        raise SourceNotFoundError(folder, UNFINISHED)
    path = folder / SCHEMA.name
    matrix = read_matrix(path, SCHEMA, known, encoding)
    if matrix is None:
        raise SourceNotFoundError(path, "fichier introuvable")
    return matrix


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.line)))


def _read_controls(reader: _Reader) -> Controls:
    years = reader.matrix.years
    base = control_totals(control_rows(reader.matrix), years)
    adopted = reader.adopted
    return Controls(base, control_totals(control_rows(adopted), years) if adopted else base)


def _unknown_files(folder: Path) -> list[Finding]:
    """Return a note for each file of data that nothing reads, so that a slip in a name shows."""
    known = {*READ, *TO_COME}
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:  # a folder may let its files be read and not be listed
        return []
    return [
        problem("file.unknown", name)
        for name in names
        if name.casefold().endswith((".csv", ".toml"))
        and name not in known
        and not name.startswith((".", "~"))
    ]
