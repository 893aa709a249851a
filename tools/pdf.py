"""One PDF of the whole workbook, as it prints, through LibreOffice.

`python -m tools.pdf [WORKBOOK] [-o DIR]` writes `output/<workbook>.pdf`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from tools.pictures import WORKBOOK, convert


def main() -> int:
    """Return 0 once the PDF is written, 2 where LibreOffice or the workbook is missing."""
    parser = argparse.ArgumentParser(description="Un seul PDF de tout le classeur.")
    parser.add_argument("workbook", nargs="?", type=Path, default=WORKBOOK)
    parser.add_argument("-o", "--output", type=Path, default=WORKBOOK.parent)
    args = parser.parse_args()
    if not shutil.which("soffice") or not args.workbook.is_file():
        absent = "soffice" if not shutil.which("soffice") else str(args.workbook)
        print(f"PDF impossible : {absent} introuvable.", file=sys.stderr)
        return 2
    print(convert(args.workbook, args.output))
    return 0


if __name__ == "__main__":
    sys.exit(main())
