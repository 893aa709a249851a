"""The text of a cell's parts in the file's XML; what Excel could not hold is an error."""

from __future__ import annotations

import re

from generator.errors import WriteRefusedError
from generator.model.compute import Spot
from generator.model.values import ErrorValue, Scalar, Value

MAX_FORMULA, MAX_TEXT = 8192, 32_767

_CONTROLS = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_CONTROLS}]")
_SPECIAL = re.compile(f"[&<>{_CONTROLS}]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""The start of what readers take for an escaped character, such as `_x000D_`."""

_ESCAPES_LIKE = re.compile(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
"""Two of them that share a `_`: XlsxWriter's shared strings keep only the first as it is."""


def formula_text(spot: Spot, formula: str) -> str:
    """Return a formula as the file writes it."""
    if len(formula) > MAX_FORMULA:
        raise WriteRefusedError(spot.where, f"formule de {len(formula)} caractères")
    if not _SPECIAL.search(formula):
        return formula
    check_text(spot, formula)
    return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def value_xml(spot: Spot, formula: str, value: Value) -> str:
    """Return the rest of a formula's cell: its type, the formula, what it is worth."""
    if isinstance(value, str):
        check_text(spot, value)
        return f' t="str"><f>{formula}</f><v{_spaces(value)}>{_kept(value)}</v></c>'
    if isinstance(value, bool):
        return f' t="b"><f>{formula}</f><v>{value:d}</v></c>'
    if isinstance(value, ErrorValue):
        return f' t="e"><f>{formula}</f><v>{value.code}</v></c>'
    return f"><f>{formula}</f><v>{_number(value)}</v></c>"


def constant_xml(value: Scalar) -> str:
    """Return the rest of the cell of a constant boolean or number."""
    if type(value) is int:
        return f"><v>{value}</v></c>"
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v></c>'
    return f"><v>{_number(value)}</v></c>"


def _number(value: Scalar) -> str:
    """Return the shortest text that reads back as the very same number; -0 is 0."""
    return repr(value or 0)


def inline_xml(text: str) -> str | None:
    """Return a text in the cell itself where shared strings would alter it, else None."""
    rich = text.startswith("<r>") and text.endswith("</r>")  # XlsxWriter takes it for XML
    if not rich and not _ESCAPES_LIKE.search(text):
        return None
    return f' t="inlineStr"><is><t{_spaces(text)}>{_kept(text)}</t></is></c>'


def check_text(spot: Spot, text: str) -> None:
    """Raise where a cell cannot hold the text as it is."""
    found = _FORBIDDEN.search(text)
    if found:
        raise WriteRefusedError(spot.where, f"caractère de contrôle {found[0]!r}")
    if len(text) > MAX_TEXT // 2 and len(text.encode("utf-16-le")) > 2 * MAX_TEXT:
        raise WriteRefusedError(spot.where, f"texte de {len(text)} caractères")


def _kept(text: str) -> str:
    """Return a checked text as XML, with `_x000D_` kept from being read as a character."""
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _spaces(text: str) -> str:
    """Return the attribute without which spaces at the ends of the text are lost."""
    return "" if text == text.strip() else ' xml:space="preserve"'
