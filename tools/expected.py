"""The rows that the CSV files must hold, made from the document's records."""

from collections.abc import Callable
from dataclasses import dataclass

from tools.document import YEARS, Document, Years

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file that is checked against the document."""

    name: str
    columns: tuple[str, ...]
    """The columns of the file, in order."""
    key: tuple[str, ...]
    """The columns whose values, together, name a row."""
    unchecked: tuple[str, ...]
    """Columns that say nothing of the document."""
    make_rows: Callable[[Document], Rows]
    """Returns the rows the file must hold, in order, without the unchecked columns."""


def make_activity_rows(document: Document) -> Rows:
    """Return the rows of matrice.csv."""
    return [
        {
            **_headings(
                ("axe", activity.axis),
                ("objectif", activity.objective),
                ("action", activity.action),
            ),
            "code": activity.code,
            "activite": activity.label,
            "responsable": activity.responsible,
            "partenaires": activity.partners,
            "cout_total": "PM" if activity.total is None else str(activity.total),
            **_amounts(activity.years),
            "code_document": activity.printed_code
            if activity.printed_code != activity.code
            else "",
        }
        for activity in document.activities
    ]


def make_total_rows(document: Document) -> Rows:
    """Return the rows of totaux_publies.csv."""
    return [
        {
            "niveau": total.level,
            "code": total.code,
            "intitule": total.title,
            "cout_total": _amount(total.total),
            **_amounts(total.years),
        }
        for total in document.totals
    ]


def make_result_rows(document: Document) -> Rows:
    """Return the rows of cadre_logique.csv."""
    return [
        {
            "code": result.code,
            "niveau": result.level,
            "enonce": result.statement,
            "indicateur": result.indicator,
        }
        for result in document.results
    ]


def make_acronym_rows(document: Document) -> Rows:
    """Return the rows of sigles.csv."""
    return [{"sigle": acronym.short, "libelle": acronym.meaning} for acronym in document.acronyms]


def _headings(*levels: tuple[str, tuple[str, str]]) -> dict[str, str]:
    """Return the code and title columns of each level."""
    cells: dict[str, str] = {}
    for level, (code, title) in levels:
        cells |= {level: code, f"{level}_intitule": title}
    return cells


def _amounts(years: Years) -> dict[str, str]:
    """Return the year columns."""
    return {year: _amount(amount) for year, amount in zip(YEARS, years, strict=True)}


def _amount(amount: int | None) -> str:
    """Return plain digits, or "" for a blank cell."""
    return "" if amount is None else str(amount)


GAP_COLUMNS = ("id", "niveau", "code", "nature", "explication", *YEARS)
MATRIX_COLUMNS = (
    *("axe", "axe_intitule", "objectif", "objectif_intitule", "action", "action_intitule"),
    *(
        "code",
        "activite",
        "responsable",
        "partenaires",
        "cout_total",
        *YEARS,
        "code_document",
        "note",
    ),
)
TOTAL_COLUMNS = ("niveau", "code", "intitule", "cout_total", *YEARS)
TABLES = (
    Table("matrice.csv", MATRIX_COLUMNS, ("code",), ("note",), make_activity_rows),
    Table("totaux_publies.csv", TOTAL_COLUMNS, ("niveau", "code"), (), make_total_rows),
    Table(
        "cadre_logique.csv",
        ("code", "niveau", "enonce", "indicateur"),
        ("code",),
        (),
        make_result_rows,
    ),
    Table("sigles.csv", ("sigle", "libelle"), ("sigle",), (), make_acronym_rows),
)
