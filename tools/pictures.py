"""Pictures of every sheet as it prints: the workbook through LibreOffice to PDF and PNG.

`python -m tools.pictures [WORKBOOK] [-o DIR]` writes `build/pictures/<sheet>-<page>.png`. The
program runs in French, so that amounts look as the planners see them.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

WORKBOOK = Path("output/PANLTdP-2016-2020.xlsx")
FOLDER = Path("build/pictures")
RESOLUTION = 80
TIMEOUT = 300
FRENCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>fr-FR</value></prop></item>
</oor:items>
"""


def convert(workbook: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice prints of the workbook, in the folder."""
    with tempfile.TemporaryDirectory() as profile:
        user = Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(FRENCH, encoding="utf-8")
        command = [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(workbook),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    return folder / f"{workbook.stem}.pdf"


def sheet_of_page(pdf: Path, page: int) -> str:
    """Return the name of the sheet on a page, read from its footer."""
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT).stdout
    footer = [line for line in text.decode().splitlines() if "Page" in line and " / " in line]
    found = re.search(r"\.xlsx\s+(.+?)\s+Page\s", footer[-1]) if footer else None
    name = unicodedata.normalize("NFD", found[1] if found else "page")
    plain = "".join(letter for letter in name if not unicodedata.combining(letter))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).lower()


def draw(pdf: Path, folder: Path) -> list[Path]:
    """Return the pictures of the PDF's pages, named by sheet and by page of the sheet."""
    stem = folder / "page"
    command = ["pdftoppm", "-r", str(RESOLUTION), "-png", str(pdf), str(stem)]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    count: dict[str, int] = {}
    drawn = []
    for number, page in enumerate(sorted(folder.glob("page-*.png")), start=1):
        name = sheet_of_page(pdf, number)
        count[name] = count.get(name, 0) + 1
        drawn.append(page.rename(folder / f"{name}-{count[name]:02}.png"))
    return drawn


def main() -> int:
    """Return 0 once the pictures are written, 2 where a program or the workbook is missing."""
    parser = argparse.ArgumentParser(description="Images de chaque feuille du classeur.")
    parser.add_argument("workbook", nargs="?", type=Path, default=WORKBOOK)
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    args = parser.parse_args()
    missing = [name for name in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(name)]
    if missing or not args.workbook.is_file():
        absent = ", ".join(missing) or str(args.workbook)
        print(f"Images impossibles : {absent} introuvable.", file=sys.stderr)
        return 2
    shutil.rmtree(args.output, ignore_errors=True)
    args.output.mkdir(parents=True)
    pictures = draw(convert(args.workbook, args.output), args.output)
    print(f"{len(pictures)} images dans {args.output}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
