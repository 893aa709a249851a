"""What the reader accepts, the workbook can hold: any refusal is told by the reader."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import InvalidSourceError
from generator.model.compute import compute
from generator.reading.source import Source, read_source
from generator.workbook import build_book, build_workbook
from tests.reading.samples import VALUES, matrix, row, write

NASTY = st.sampled_from(
    ["", "1", "1.1", "1.10", "N1.1", "PLAN", "total", "Total 1", "title", "header", "NA", "1E5",
     "VRAI", "=1+1", "@x", ">1", "_x000D_", "<&>\"'", " a ", "\u00a0", "PM", "-", "0", "a\nb",
     "#REF!", "{0}", "%s", "👩‍👩‍👧", "A B", "...", "_", "1-2", "é1", "a" * 50, "x" * 32_767,
     "999999999999999", "mars-26", "Synthèse"]
)  # fmt: skip
CHANGES = st.dictionaries(st.sampled_from(sorted(VALUES)), NASTY, max_size=2)
SETTINGS = ("titre", "pays", "devise_nationale", "sigle", "periode", "monnaie", "fichier")


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def read(first: dict[str, str], second: dict[str, str], toml: str) -> Source | None:
    """Return the source of two activities with some cells changed; None where it is refused."""
    apart = {"action": "I.1.2", "code": "I-1.1.2"} | second
    rows = [
        row(**{name: quoted(text) for name, text in changed.items()}) for changed in (first, apart)
    ]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {"matrice.csv": matrix(*rows), "plan.toml": toml})
        try:
            return read_source(Path(folder))
        except InvalidSourceError:
            return None


@settings(max_examples=25, deadline=None)
@given(CHANGES, CHANGES)
def test_whatever_the_cells_hold(first: dict[str, str], second: dict[str, str]) -> None:
    source = read(first, second, "")
    if source:
        computed = compute(build_book(source))
        assert computed.at(computed.book.names["Controle_General"]) == 0
        assert build_workbook(source)


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(SETTINGS), NASTY, NASTY)
def test_whatever_the_settings_say(key: str, text: str, sheet: str) -> None:
    toml = f"{key} = {json.dumps(text)}\n[feuilles]\nI = {json.dumps(sheet)}\n"
    source = read({}, {}, toml)
    if source:
        assert build_workbook(source)
