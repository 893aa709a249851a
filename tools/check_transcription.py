"""Check source/ against the document: `python tools/check_transcription.py DOCUMENT [SOURCE]`.

DOCUMENT is the text of the published plan, SOURCE the folder of the CSV files (by default the
project's). Every field of the matrix, the published totals, the log frame and the acronyms is
compared, and the sums are made again.
Exit status 0: no difference; 1: differences, all listed; 2: cannot run.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if not __package__:
    sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script only

from tools.csvfile import read_csv  # noqa: E402
from tools.decisions import apply_decisions, describe_decisions  # noqa: E402
from tools.differences import find_differences  # noqa: E402
from tools.document import Document, read_document  # noqa: E402
from tools.errors import ReadError  # noqa: E402
from tools.expected import GAP_COLUMNS, TABLES  # noqa: E402
from tools.sums import Figure, compare_figures, find_gap_faults, find_sum_faults  # noqa: E402

USAGE = "Usage : python tools/check_transcription.py DOCUMENT [SOURCE]"
GAPS = "ecarts_document.csv"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has to say, in French."""

    remarks: tuple[str, ...]
    """What the reader should know whether or not anything differs."""
    differences: tuple[str, ...]
    counts: str
    """What was compared, in one line."""

    def __str__(self) -> str:
        """Return the whole text, the counts last."""
        number = len(self.differences)
        verdict = f"{self.counts} : {number} différence{'s' if number > 1 else ''}."
        return "\n".join([*self.remarks, *self.differences, verdict])


def main(arguments: Sequence[str]) -> int:
    """Return the exit status, after printing the report."""
    match arguments:
        case [document]:
            source = ROOT / "source"
        case [document, folder]:
            source = Path(folder)
        case _:
            print(USAGE, file=sys.stderr)
            return 2
    try:
        report = check_transcription(read_document(Path(document)), source)
    except ReadError as error:
        print(error, file=sys.stderr)
        return 2
    print(report)
    return 1 if report.differences else 0


def check_transcription(printed: Document, source: Path) -> Report:
    """Return the report on the CSV files of the folder `source` against the document as printed."""
    document, idle = apply_decisions(printed)
    differences = [f"Correction sans objet : {fault}." for fault in idle]
    for table in TABLES:
        found = read_csv(source / table.name, table.columns)
        differences += find_differences(table, table.make_rows(document), found)
    remarks, faults = check_sums(document, source)
    cut = ", ".join(activity.code for activity in document.activities if activity.cut) or "aucune"
    notices = [f"Correction documentée {line}" for line in describe_decisions()]
    notices.append(f"Lignes coupées par une fin de page, recousues : {cut}.")
    return Report((*notices, *remarks), (*differences, *faults), describe_counts(document))


def check_sums(document: Document, source: Path) -> tuple[list[str], list[str]]:
    """Return what the sums say, and what in them no gap of ecarts_document.csv explains."""
    gaps = read_csv(source / GAPS, GAP_COLUMNS)
    faults = [*gaps.faults, *find_gap_faults(gaps.rows), *find_sum_faults(document)]
    if faults:
        return [], faults
    figures = compare_figures(document, gaps.rows)
    unexplained = [describe_unexplained(figure) for figure in figures if figure.unexplained]
    remarks = [describe_sums(figures)]
    if not unexplained:
        names = "+".join(gap["id"] for gap in gaps.rows)
        remarks.append(f"{names} les expliquent tous, au franc près.")
    return remarks, unexplained


def describe_sums(figures: Sequence[Figure]) -> str:
    """Return how many published figures are not the activities' sums, and in which rows."""
    rows = Counter(name_total(figure) for figure in figures if figure.differs)
    places = ", ".join(f"{row} ({count})" for row, count in rows.items())
    return (
        f"Sommes : {rows.total()} des {len(figures)} chiffres publiés diffèrent "
        f"de la somme des activités ({places or 'aucune ligne'})."
    )


def describe_unexplained(figure: Figure) -> str:
    """Return the sentence on a figure that the gaps do not explain."""
    return (
        f"Sommes, {name_total(figure)}, {figure.column} : publié {figure.published}, "
        f"calculé {figure.computed}, écarts {figure.explained} : "
        f"{figure.unexplained} F CFA sans explication"
    )


def name_total(figure: Figure) -> str:
    """Return the French name of the total that the figure belongs to: "axe II", "plan"."""
    return figure.level if figure.level == "plan" else f"{figure.level} {figure.code}"


def describe_counts(document: Document) -> str:
    """Return how much was compared, in one line."""
    shares = sum(total.level in ("etat", "partenaires") for total in document.totals)
    totals = len(document.totals) - shares
    return (
        f"{len(document.activities)} activités, {totals} totaux ({totals * 6} chiffres), "
        f"{shares} parts, {len(document.results)} lignes du cadre logique, "
        f"{len(document.acronyms)} sigles"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
