"""*Paramètres* of a copy: the State's share, the base of totals, the currency, another rate."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.copies.gathering import Gathered
from generator.copies.values import Reader
from generator.labels import Words
from generator.merging.facts import BASE, COUNTER, SHARE, Key, Kind, Value, is_same
from generator.merging.threeway import WHOLE
from generator.plan import Plan
from generator.reader.opened import OpenedWorkbook
from generator.recovery.table import missing_titles, read_titled
from generator.rules import opencells
from generator.sheets.common import PARAMETERS
from generator.texts import comparable

_CURRENCY = re.compile(r"[A-Z]{3}")
VALUE = "valeur"


class RateColumns(NamedTuple):
    """The columns of a currency's code, of its rate, of the rate's date."""

    code: int
    value: int
    date: int


def read_parameters(
    gathered: Gathered, plan: Plan, words: Words, workbook: OpenedWorkbook, reader: Reader
) -> Sequence[str]:
    """Gather the parameters; return what cannot be found of them."""
    places: dict[str, tuple[int, int]] = {}
    for name in ("Part_Etat", "Base_Totaux", "Devise"):
        named = opencells.named_cell(workbook, name)
        if named is None or named[0] != PARAMETERS:
            return (name,)
        places[name] = named[1]
    _read_share(gathered, reader, places["Part_Etat"])
    _read_base(gathered, words, reader, places["Base_Totaux"])
    _read_counter(gathered, reader, places["Devise"])
    return _read_rates(gathered, plan, words, reader)


def _keep(gathered: Gathered, name: str, value: Value) -> None:
    gathered.put(Key(Kind.SETTING, name), {VALUE: value})


def _place(gathered: Gathered, reader: Reader, name: str, at: tuple[int, int]) -> None:
    """Keep the cell of a setting."""
    key = Key(Kind.SETTING, name)
    gathered.places[key, VALUE] = gathered.places[key, WHOLE] = reader.place(*at)


def _read_share(gathered: Gathered, reader: Reader, at: tuple[int, int]) -> None:
    share = reader.number(*at)
    _place(gathered, reader, SHARE, at)
    if share is None:
        return
    if math.isnan(share) or not 0 <= share <= 1:
        reader.say("share.odd", *at, str(reader.cell(*at).value))
        return
    _keep(gathered, SHARE, share)


def _read_base(gathered: Gathered, words: Words, reader: Reader, at: tuple[int, int]) -> None:
    shown = reader.text(*at)
    keys = ("base.published", "base.computed")
    known = {comparable(words(key)).casefold(): Words()(key) for key in keys}
    base = known.get(comparable(shown).casefold())
    _place(gathered, reader, BASE, at)
    if base is None:
        reader.say("base.unknown", *at, shown)
    else:
        _keep(gathered, BASE, base)


def _read_counter(gathered: Gathered, reader: Reader, at: tuple[int, int]) -> None:
    shown = reader.text(*at).strip()
    _place(gathered, reader, COUNTER, at)
    if shown and not _CURRENCY.fullmatch(shown):
        reader.say("currency.odd", *at, shown)
    elif shown:
        _keep(gathered, COUNTER, shown)


def _read_rates(gathered: Gathered, plan: Plan, words: Words, reader: Reader) -> Sequence[str]:
    """Gather the rates of the base, which are locked, and the one typed beside them."""
    titles = {key: words(f"parameters.{key}") for key in ("name", "label", "value", "note")}
    table = read_titled(reader.sheet, titles)
    if table is None:
        return missing_titles(reader.sheet, titles)
    other = comparable(words("parameters.rate.other"))
    row = next((at for at in table.rows if comparable(table.text(at, "label")) == other), None)
    if row is None:
        return (words("parameters.rate.other"),)
    columns = RateColumns(*(table.columns[key] for key in ("name", "value", "note")))
    for rate in plan.settings.rates:
        gathered.put(Key(Kind.RATE, rate.currency), {"taux": rate.value, "date": rate.date})
    _say_changed_rates(plan, reader, columns, row)
    if not any(reader.is_filled(row, col) for col in columns):
        return ()
    code, date = reader.text(row, columns.code).strip(), reader.text(row, columns.date)
    value = reader.number(row, columns.value)
    if any(rate.currency == code for rate in plan.settings.rates):
        reader.say("rate.known", row, columns.code, code)
    elif not (_CURRENCY.fullmatch(code) and date and value and value > 0):
        reader.say("rate.partial", row, columns.code, code)
    else:
        key = Key(Kind.RATE, code)
        gathered.put(key, {"taux": value, "date": date})
        gathered.places[key, WHOLE] = reader.place(row, columns.code)
    return ()


def _say_changed_rates(plan: Plan, reader: Reader, columns: RateColumns, below: int) -> None:
    """Say which rates of the base are not what they were, on the rows above another one's."""
    rows = {reader.cell(row, columns.code).value: row for row in range(below)}
    for rate in plan.settings.rates:
        if rate.currency not in rows:
            gone = (f"{rate.currency} introuvable", rate.currency)
            reader.say("rate.changed", below, columns.code, *gone)
            continue
        row = rows[rate.currency]
        is_kept = is_same(reader.number(row, columns.value), rate.value)
        if not (is_kept and is_same(reader.text(row, columns.date), rate.date)):
            col = columns.date if is_kept else columns.value
            reader.say("rate.changed", row, col, rate.currency)
