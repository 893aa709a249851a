"""Changes to a plan as changes to the files of its source folder, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.errors import InvalidSourceError, ModelError
from generator.merging.changes import Change, apply
from generator.merging.facts import (
    ATTACHED,
    CODE,
    PLACE,
    PM_WORD,
    TOTAL,
    Facts,
    Key,
    Kind,
    Record,
    Value,
    quarter_field,
)
from generator.merging.renaming import renamings
from generator.plan import PLAN_CODE, Plan
from generator.reading.amounts import parse_amount
from generator.reading.annexes import CEILINGS
from generator.reading.decisions import DECISIONS
from generator.reading.fundings import FUNDINGS
from generator.reading.matrix import ADOPTED_SCHEMA, SCHEMA
from generator.reading.quarters import COLUMNS, QUARTERS
from generator.reading.records import CARRIED
from generator.reading.settings import FILE
from generator.sourcefiles.folder import Files, SourceFolder, Tables
from generator.sourcefiles.fundings import correct_lines, find_lines
from generator.sourcefiles.rawcsv import Line, RawCsv
from generator.sourcefiles.renaming import rename_in_tables
from generator.sourcefiles.settings import write_settings
from generator.texts import comparable

STATUS = "statut"
AMOUNTS = {TOTAL, "montant", *COLUMNS}
"""Columns that hold amounts, beside those of the years."""

NONE: Mapping[Key, Key] = MappingProxyType({})
FILES = {
    Kind.DECISION: DECISIONS,
    Kind.QUARTERS: QUARTERS,
    Kind.CEILING: CEILINGS,
    Kind.FUNDING: FUNDINGS,
}


def write_changes(
    own: SourceFolder,
    plan: Plan,
    current: Facts,
    changes: Sequence[Change],
    corrected: Mapping[Key, Key] = NONE,
) -> Files:
    """Return the files of the folder that the changes touch; nothing is written.

    The first change of all keeps the matrix as it was, as the adopted one. `corrected` are by key
    of fundings afterwards those whose lines they keep. Raises `InvalidSourceError` where a file's
    encoding lacks a sign.
    """
    if not changes:
        return {}
    after = apply(current, changes)
    keys = list(dict.fromkeys([*(change.key for change in changes), *corrected]))
    files: dict[str, bytes] = {}
    if not (own.path / ADOPTED_SCHEMA.name).exists():
        files[ADOPTED_SCHEMA.name] = own.content(SCHEMA.name)
    tables = _change_tables(own, plan, keys, after, corrected)
    tables |= rename_in_tables(own, tables, renamings(changes))
    files |= _encode(own, tables)
    settings = [key for key in keys if key.kind in {Kind.SETTING, Kind.RATE}]
    if settings:
        files[FILE] = write_settings(own.content(FILE), settings, after)
    unknown = [key for key in keys if key.kind is Kind.TITLE]
    if unknown:
        raise ModelError(SCHEMA.name, f"aucun intitulé ne se réécrit ({unknown[0].code})")
    return files


def has_column(folder: SourceFolder, column: str) -> bool:
    """Tell whether the folder's matrix has a column."""
    return column in folder.parse(SCHEMA.name, SCHEMA.required).columns


def _change_tables(
    folder: SourceFolder,
    plan: Plan,
    keys: Sequence[Key],
    after: Facts,
    corrected: Mapping[Key, Key],
) -> dict[str, RawCsv]:
    """Return by name the CSV files that the records of the keys change, changed."""
    matrix = folder.parse(SCHEMA.name, SCHEMA.required)
    tables: dict[str, RawCsv] = {}
    activities = [key for key in keys if key.kind is Kind.ACTIVITY]
    if activities:
        _write_activities(matrix, plan, activities, after)
        tables[SCHEMA.name] = matrix
    gone = [key.code for key in activities if key not in after]
    for kind, schema in FILES.items():
        own = [key for key in keys if key.kind is kind]
        own += [Key(kind, code) for code in gone if kind in ATTACHED and Key(kind, code) not in own]
        if own and (folder.content(schema.name) or any(key in after for key in own)):
            years = [str(year) for year in plan.years] if schema.years else []
            table = folder.parse(schema.name, [*schema.required, *years], matrix)
            if kind is Kind.FUNDING:
                correct_lines(table, corrected, after)
            _WRITERS[kind](table, own, after)
            tables[schema.name] = table
    return tables


def _encode(folder: SourceFolder, tables: Tables) -> Files:
    """Return the bytes of files that changed, each in its encoding; a new one has the matrix's.

    Raises `InvalidSourceError` with every text that cannot be written so.
    """
    likes = {name: name if folder.content(name) else SCHEMA.name for name in tables}
    lacking = [found for name in tables for found in tables[name].find_lacking(name, likes[name])]
    if lacking:
        raise InvalidSourceError(tuple(lacking))
    written = {name: table.content() for name, table in tables.items()}
    return {name: content for name, content in written.items() if content != folder.content(name)}


def _shown(value: Value | None) -> str:
    return "" if value is None else str(value)


def _write_activities(matrix: RawCsv, plan: Plan, keys: Iterable[Key], after: Facts) -> None:
    """Change, add and delete rows; those that go go last, for new ones take their titles."""
    lines = {matrix.text(line, "code"): line for line in matrix.records()}
    years = [str(year) for year in plan.years]
    gone = []
    for key in keys:
        record, line = after.get(key), lines.get(key.code)
        if record is None:
            gone += [line] if line else []
        elif line is None:
            _insert_activity(matrix, key.code, record, years)
        else:
            texts = {**_activity_texts(record, years), "code": _shown(record.get(CODE)) or key.code}
            _update(matrix, line, {**texts, TOTAL: _total(record, years)})
    for line in gone:
        matrix.delete(line)


def _activity_texts(record: Record, years: Sequence[str]) -> dict[str, str]:
    return {
        field: _shown(record.get(field))
        for field in ("activite", "responsable", "partenaires", "code_document", "note", *years)
    }


def _total(record: Record, years: Sequence[str]) -> str:
    if record.get(TOTAL) == PM_WORD:
        return PM_WORD
    return str(sum(amount for year in years if isinstance(amount := record.get(year), int)))


def _update(table: RawCsv, line: Line, texts: Mapping[str, str]) -> None:
    """Put texts where they say something else than what stands there."""
    for column, text in texts.items():
        if column in table.columns and not _says(column, table.text(line, column), text):
            table.set(line, column, text)


def _says(column: str, typed: str, text: str) -> bool:
    """Tell whether a cell says a text, or an amount or a status in whatever way people write it."""
    if column in AMOUNTS or column.isdecimal():
        return parse_amount(typed) == parse_amount(text)
    if column == STATUS:
        return comparable(typed).casefold() == text
    return typed.replace("\r\n", "\n").replace("\r", "\n").strip() == text.strip()


def _insert_activity(matrix: RawCsv, code: str, record: Record, years: Sequence[str]) -> Line:
    """Add a row after the last one of the same action, with that row's titles."""
    own = [line for line in matrix.records() if matrix.text(line, "action") == record["action"]]
    after = own[-1] if own else None
    texts = {column: _shown(record.get(column)) for column in PLACE}
    if after:
        titles = [f"{column}_intitule" for column in PLACE]
        texts |= {title: matrix.text(after, title) for title in titles}
    texts |= _activity_texts(record, years)
    return matrix.insert(after, texts | {"code": code, TOTAL: _total(record, years)})


def _write_decisions(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    lines = {table.text(line, "code"): line for line in table.records()}
    _upsert(table, keys, after, lambda key: lines.get(key.code), lambda key: {"code": key.code})


def _write_quarters(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    """Change, add or delete a line for each year that an activity has quarters of."""
    lines = {
        (table.text(line, "code"), comparable(table.text(line, "annee"))): line
        for line in table.records()
    }
    for key in keys:
        record = after.get(key, {})
        years = {field.split()[-1] for field in record}
        known = {year for code, year in lines if code == key.code}
        for year in sorted(years | known):
            line = lines.get((key.code, year))
            texts = {
                column: _shown(record.get(quarter_field(int(year), rank)))
                for rank, column in enumerate(COLUMNS, start=1)
            }
            if line is None:
                table.insert(None, {"code": key.code, "annee": year, **texts})
            elif year in years:
                _update(table, line, texts)
            elif not record or any(table.text(line, column) for column in COLUMNS):
                table.delete(line)


def _write_ceilings(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    lines = {table.text(line, "axe") or PLAN_CODE: line for line in table.records()}

    def named(key: Key) -> dict[str, str]:
        return {"axe": "" if key.code == PLAN_CODE else key.code}

    _upsert(table, keys, after, lambda key: lines.get(key.code), named)


def _write_fundings(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    _upsert(table, keys, after, find_lines(table).get, lambda _key: {})


def _upsert(
    table: RawCsv,
    keys: Sequence[Key],
    after: Facts,
    find: Callable[[Key], Line | None],
    name: Callable[[Key], dict[str, str]],
) -> None:
    """Change, add or delete the line of each record; a field that went blank is emptied."""
    for key in keys:
        record, line = after.get(key), find(key)
        if record is None:
            if line:
                table.delete(line)
        else:
            named = name(key)
            known = [column for column in table.columns if not column.startswith(CARRIED)]
            fields = [column for column in known if column and column not in named]
            texts = {column: _shown(record.get(column)) for column in fields}
            if line is None:
                table.insert(None, named | texts)
            elif key.kind is Kind.FUNDING:
                _update(table, line, {field: texts[field] for field in ("montant", STATUS)})
            else:
                _update(table, line, texts)


_WRITERS: dict[Kind, Callable[[RawCsv, Sequence[Key], Facts], None]] = {
    Kind.DECISION: _write_decisions,
    Kind.QUARTERS: _write_quarters,
    Kind.CEILING: _write_ceilings,
    Kind.FUNDING: _write_fundings,
}
