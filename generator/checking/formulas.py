"""Formulas of a copy beside the model's: the same, whatever program wrote them."""

from __future__ import annotations

from generator.rules.tokens import Part, parse, reference_of


def is_same(found: str, expected: str, sheet: str) -> bool:
    """Tell whether two formulas of a sheet say the same, both written without `=`."""
    return found == expected or canonical(found, sheet) == canonical(expected, sheet)


def canonical(text: str, sheet: str) -> str:
    """Return a formula as every program could have written it.

    Without spaces, `$` or the quotes of sheet names; its own sheet left out; names in capitals.
    """
    formula = parse(text)
    if formula.broken:
        return text
    return "".join(_plain(part, sheet) for part in formula.parts)


def _plain(part: Part, sheet: str) -> str:
    reference = reference_of(part)
    if reference is not None:
        other = "" if reference.sheet in {"", sheet} else reference.sheet
        return f"{other}!{reference.area}"
    if part.kind == "OPERAND" and part.subtype == "TEXT":
        return part.text
    return ";" if part.kind == "SEP" else part.text.upper()
