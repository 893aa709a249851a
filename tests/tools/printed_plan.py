"""The shipped plan printed anew as its document prints it, from source/.

So that the tests need no published document: same headings, same kinds of rows, the codes that the
document prints and its one column too many (T1).
"""

import csv
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "source"
YEARS = ("2016", "2017", "2018", "2019", "2020")
T1_PRINTED = {"III-1.1.5": "\t\t40 000 000\t\t", "III.1": "25 000 000\t\t125 000 000\t\t"}
"""The year cells of the two shifted rows, as the document prints them."""

Row = dict[str, str]


def print_plan() -> str:
    """Return the text of the document."""
    return "\n".join([*_print_front(), *_print_matrix(), "Annexe 2 :"])


def _print_front() -> Iterable[str]:
    """Return the list of acronyms and the *Récapitulatif*, where the total comes last."""
    yield from ("SIGLES ET ACRONYMES\t4", "SIGLES ET ACRONYMES")
    yield from (f"{row['sigle']}\t: {row['libelle']}" for row in _read("sigles.csv"))
    yield "INTRODUCTION"
    for row in _read("totaux_publies.csv"):
        if row["niveau"] in ("axe", "plan"):
            yield "\t".join([row["intitule"], _amounts(row), row["cout_total"]])
        elif row["niveau"] in ("etat", "partenaires"):
            yield f"{row['intitule']}\t{row['cout_total']}\t\t\t\t\t"
    yield "Graphique"


def _print_matrix() -> Iterable[str]:
    """Return the matrix: headings, totals and log frame around the activities."""
    totals = {row["code"]: row for row in _read("totaux_publies.csv")}
    results = {row["code"]: row for row in _read("cadre_logique.csv")}
    for axis, of_axis in _group(_read("matrice.csv"), "axe"):
        yield f"AXE STRATEGIQUE {axis}: {of_axis[0]['axe_intitule']}"
        for objective, of_objective in _group(of_axis, "objectif"):
            yield f"Objectif Stratégique {objective} : {of_objective[0]['objectif_intitule']}"
            yield from _print_result("Effet", results[objective])
            for action, of_action in _group(of_objective, "action"):
                yield _print_total(totals[action]["intitule"], totals[action])
                yield from _print_result("Produit", results[action])
                yield from (_print_activity(row) for row in of_action)
            yield _print_total(totals[objective]["intitule"], totals[objective])
        yield _print_total(f"TOTAL AXE STRATEGIQUE {axis}", totals[axis])
    yield _print_total("BUDGET TOTAL", totals["PLAN"])


def _print_activity(row: Row) -> str:
    """Return the line of an activity, under the code that the document prints."""
    code = row["code_document"] or row["code"]
    label = f"Activité {code}: {row['activite']}"
    return "\t".join(
        [
            "",
            label,
            row["responsable"],
            row["partenaires"],
            _spaced(row["cout_total"]),
            _amounts(row),
        ]
    )


def _print_total(label: str, row: Row) -> str:
    """Return the line of a total."""
    return "\t".join([label, "", "", "", _spaced(row["cout_total"]), _amounts(row)])


def _print_result(word: str, row: Row) -> Iterable[str]:
    """Return the two lines of an effet or produit and its indicator."""
    yield f"{word} {row['code']}: {row['enonce']}"
    yield f"Indicateur {row['code']}: {row['indicateur']}"


def _amounts(row: Row) -> str:
    """Return the year cells, those of T1 as the document prints them."""
    return T1_PRINTED.get(row["code"], "\t".join(_spaced(row[year]) for year in YEARS))


def _spaced(amount: str) -> str:
    """Return an amount with spaces between the thousands; PM and blank as they are."""
    return f"{int(amount):,}".replace(",", " ") if amount.isdigit() else amount


def _group(rows: Iterable[Row], column: str) -> list[tuple[str, list[Row]]]:
    """Return the rows in runs of the same value of a column."""
    return [(value, list(run)) for value, run in groupby(rows, key=lambda row: row[column])]


def _read(name: str) -> list[Row]:
    """Return the rows of one of the project's CSV files."""
    with (SOURCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
