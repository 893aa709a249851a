"""What can go wrong: problems in data are values, what stops the program is an exception.

A `Finding` is collected and listed with the others; an exception stops the verb. Each exception
builds its own sentence, in French, because the person at the keyboard reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple


class Finding(NamedTuple):
    """A problem in the data: where it stands, what is there, why it is wrong, what to do.

    `line` counts from 1 (the header); 0 means the whole file. `column` is the key in a TOML file;
    an empty one means the whole row. `value` is the text as found; `kind` is the problem's key in
    `problems.PROBLEMS`.
    """

    file: str
    line: int
    column: str
    value: str
    problem: str
    remedy: str
    kind: str = ""

    def __str__(self) -> str:
        """Return the finding as one line for the terminal."""
        place = self.file
        if self.line:
            place += f", ligne {self.line}"
        if self.column:
            noun = "clé" if self.file.endswith(".toml") else "colonne"
            place += f", {noun} « {self.column} »"
        found = f" (trouvé : « {self.value} »)" if self.value else ""
        return f"{place} : {self.problem}{found}. {self.remedy}"


Severity = Literal["erreur", "alerte", "remarque"]
"""What must be put right, what must be looked at, and what is only worth knowing."""


class CellFinding(NamedTuple):
    """What is worth saying of a workbook: where, what is there, what was expected, what to do.

    `rule` names the rule that found it; `cell` is an address such as `F12`, "" for the whole sheet,
    and `sheet` is "" for the whole workbook. `found` and `expected` may be "".
    """

    severity: Severity
    rule: str
    sheet: str
    cell: str
    problem: str
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        """Return the finding as one line for the terminal."""
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        seen = f" (trouvé : « {self.found} »)" if self.found else ""
        wanted = f", attendu : « {self.expected} »" if self.expected else ""
        where = f"{place} : " if place else ""
        return f"{where}{self.problem}{seen}{wanted}. {self.remedy}"


class GeneratorError(Exception):
    """Base of everything that stops a verb; its text is fit for the person who typed it."""


class InvalidSourceError(GeneratorError):
    """The source folder holds wrong data; every finding is listed at once."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        lines = "\n".join(f"- {finding}" for finding in findings)
        count = len(findings)
        noun = "problème" if count == 1 else "problèmes"
        super().__init__(f"{count} {noun} dans les données :\n{lines}")


class UnsoundCopiesError(GeneratorError):
    """Copies hold what must be put right first; `told` is what is said of each, all at once."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__("\n\n".join(told))


class CannotRunError(GeneratorError):
    """The verb cannot run at all: exit status 2."""


class SourceNotFoundError(CannotRunError):
    """The source folder or its `matrice.csv` is absent or unreadable."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} : {reason}.")


class OutputRefusedError(CannotRunError):
    """The workbook could not be put in its place; what stood there is untouched."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} : {reason}.")


class WorkbookRefusedError(CannotRunError):
    """The workbook cannot be read: what stands in the way, and what to do about it.

    `reason` is a clause without a full stop, `remedy` one or more sentences.
    """

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        self.reason, self.remedy = reason, remedy
        super().__init__(f"{path} : {reason}. {remedy}")


class ModelError(GeneratorError):
    """The model itself is wrong: a fault of the generator, never of the data."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"Erreur du modèle, {where} : {what}.")


class UnknownKeyError(ModelError):
    """A formula refers to a sheet, row, column, name or style that does not exist."""

    def __init__(self, where: str, kind: str, key: str) -> None:
        super().__init__(where, f"{kind} inconnu(e) « {key} »")


class DuplicateKeyError(ModelError):
    """Two rows, columns, sheets or names share one key."""

    def __init__(self, where: str, key: str) -> None:
        super().__init__(where, f"clé en double « {key} »")


class MissingTwinError(ModelError):
    """A formula uses a function, an operator or a criterion that Python does not compute here."""

    def __init__(self, where: str, name: str) -> None:
        super().__init__(where, f"« {name} » n'a pas de jumeau Python")


class CircularFormulaError(ModelError):
    """A formula depends on itself."""

    def __init__(self, where: str) -> None:
        super().__init__(where, "la formule dépend d'elle-même")


class WriteRefusedError(ModelError):
    """XlsxWriter refused a cell, a validation, a link or a name."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, f"écriture refusée ({what})")


class ControlTotalsError(ModelError):
    """The workbook's totals differ from those that pandas takes straight from the CSV."""

    def __init__(self, sheet: str, col: str, found: object, control: object) -> None:
        what = f"le classeur donne {found}, le contrôle {control}"
        super().__init__(f"{sheet}, {col}", what)
