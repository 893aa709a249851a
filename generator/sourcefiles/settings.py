"""`plan.toml` with some keys changed: its comments and its other lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

import tomlkit
from tomlkit.items import Table

from generator.merging.facts import COUNTER, Facts, Key, Kind, Record
from generator.reading.settings import RATES


def write_settings(content: bytes, keys: Iterable[Key], after: Facts) -> bytes:
    """Return the file with the settings and rates of some keys as they are afterwards."""
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
