"""Changes to a plan as changes to the files of its source folder, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import tomlkit
from tomlkit.items import Table

from generator.errors import InvalidSourceError, ModelError
from generator.files import read_whole
from generator.merging.changes import Change, apply
from generator.merging.facts import (
    COUNTER,
    FUNDING_KEY,
    PLACE,
    PM_WORD,
    TOTAL,
    Facts,
    Key,
    Kind,
    Record,
    Value,
    funding_records,
)
from generator.plan import PLAN_CODE, Plan
from generator.reading.amounts import parse_amount
from generator.reading.annexes import CEILINGS
from generator.reading.decisions import DECISIONS
from generator.reading.fundings import FUNDINGS
from generator.reading.matrix import ADOPTED_SCHEMA, SCHEMA
from generator.reading.records import CARRIED
from generator.reading.settings import FILE, RATES
from generator.sourcefiles.rawcsv import Line, RawCsv, new_csv, parse_raw
from generator.texts import comparable

Files = Mapping[str, bytes]
"""By name the new content of the files that change."""

STATUS = "statut"
AMOUNTS = {TOTAL, "montant"}
"""Columns that hold amounts, beside those of the years."""

FILES = {Kind.DECISION: DECISIONS, Kind.CEILING: CEILINGS, Kind.FUNDING: FUNDINGS}


class _Folder(NamedTuple):
    """A source folder, and the encoding that it was read with where a file is not UTF-8."""

    path: Path
    encoding: str | None

    def content(self, name: str) -> bytes:
        """Return the bytes of a file, none where there is none."""
        return read_whole(self.path / name) or b""

    def parse(self, name: str, columns: Sequence[str], like: RawCsv | None = None) -> RawCsv:
        """Return a file; where there is none and `like` is given, a new one as that is written."""
        content = self.content(name)
        if like and not content:
            return new_csv(columns, like)
        return parse_raw(content, columns, self.encoding)


def write_changes(
    folder: Path,
    plan: Plan,
    current: Facts,
    changes: Sequence[Change],
    encoding: str | None = None,
) -> Files:
    """Return the files of the folder that the changes touch; nothing is written.

    The first change of all keeps the matrix as it was, as the adopted one. `encoding` is what the
    folder was read with. Raises `InvalidSourceError` where a file's encoding lacks a sign.
    """
    if not changes:
        return {}
    own = _Folder(folder, encoding)
    after = apply(current, changes)
    keys = list(dict.fromkeys(change.key for change in changes))
    files: dict[str, bytes] = {}
    if not (folder / ADOPTED_SCHEMA.name).exists():
        files[ADOPTED_SCHEMA.name] = own.content(SCHEMA.name)
    files |= _encode(own, _change_tables(own, plan, keys, after))
    settings = [key for key in keys if key.kind in {Kind.SETTING, Kind.RATE}]
    if settings:
        files[FILE] = _write_settings(own.content(FILE), settings, after)
    unknown = [key for key in keys if key.kind is Kind.TITLE]
    if unknown:
        raise ModelError(SCHEMA.name, f"aucun intitulé ne se réécrit ({unknown[0].code})")
    return files


def _change_tables(
    folder: _Folder, plan: Plan, keys: Sequence[Key], after: Facts
) -> dict[str, RawCsv]:
    """Return by name the CSV files that the records of the keys change, changed."""
    matrix = folder.parse(SCHEMA.name, SCHEMA.required)
    tables: dict[str, RawCsv] = {}
    activities = [key for key in keys if key.kind is Kind.ACTIVITY]
    if activities:
        _write_activities(matrix, plan, activities, after)
        tables[SCHEMA.name] = matrix
    for kind, schema in FILES.items():
        own = [key for key in keys if key.kind is kind]
        if own:
            years = [str(year) for year in plan.years] if schema.years else []
            table = folder.parse(schema.name, [*schema.required, *years], matrix)
            _WRITERS[kind](table, own, after)
            tables[schema.name] = table
    return tables


def _encode(folder: _Folder, tables: Mapping[str, RawCsv]) -> Files:
    """Return the bytes of files, each in its encoding; a new one has that of the matrix.

    Raises `InvalidSourceError` with every text that cannot be written so.
    """
    likes = {name: name if folder.content(name) else SCHEMA.name for name in tables}
    lacking = [found for name in tables for found in tables[name].find_lacking(name, likes[name])]
    if lacking:
        raise InvalidSourceError(tuple(lacking))
    return {name: table.content() for name, table in tables.items()}


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
            texts = _activity_texts(record, years)
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


def _write_ceilings(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    lines = {table.text(line, "axe") or PLAN_CODE: line for line in table.records()}

    def named(key: Key) -> dict[str, str]:
        return {"axe": "" if key.code == PLAN_CODE else key.code}

    _upsert(table, keys, after, lambda key: lines.get(key.code), named)


def _write_fundings(table: RawCsv, keys: Sequence[Key], after: Facts) -> None:
    lines = list(table.records())
    records = [
        {
            field: _year(table.text(line, field)) if field == "annee" else table.text(line, field)
            for field in FUNDING_KEY
        }
        for line in lines
    ]
    found = {key: line for (key, _), line in zip(funding_records(records), lines, strict=True)}
    _upsert(table, keys, after, found.get, lambda _key: {})


def _year(text: str) -> Value:
    return int(text) if text.isdecimal() else text


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
    Kind.CEILING: _write_ceilings,
    Kind.FUNDING: _write_fundings,
}


def _write_settings(content: bytes, keys: Iterable[Key], after: Facts) -> bytes:
    """Return `plan.toml` with some keys changed; its comments and its other lines stay."""
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    document = tomlkit.parse(content[len(mark) :].decode())
    counter = after.get(Key(Kind.SETTING, COUNTER), {}).get("valeur", "")
    for key in keys:
        record = after.get(key)
        if key.kind is Kind.RATE:
            if record is None or key.code not in document.get(RATES, {}):
                document.setdefault(COUNTER, counter)  # else the first rate would choose it
            rates = document.setdefault(RATES, tomlkit.table())
            _set_rate(rates, key.code, record)
        elif record is not None:
            document[key.code] = record["valeur"]
        elif key.code == COUNTER:
            document[key.code] = ""
        else:
            document.pop(key.code, None)
    text = tomlkit.dumps(document)
    if b"\n" in content and not re.search(rb"(?<!\r)\n", content):
        text = re.sub(r"(?<!\r)\n", "\r\n", text)
    return mark + text.encode()


def _set_rate(rates: Table, currency: str, record: Record | None) -> None:
    """Put the fields of a rate that say something else than what stands there."""
    if record is None:
        rates.pop(currency, None)
        return
    fields = rates.setdefault(currency, tomlkit.inline_table())
    for name, value in record.items():
        if fields.get(name) != value and str(fields.get(name)) != value:
            fields[name] = value
