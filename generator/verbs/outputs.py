"""Where a workbook may be written: never over a file of a source, nor over what is being read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.errors import OutputRefusedError

SUFFIX = ".xlsx"


def check_output(output: Path, read: Sequence[Path] = ()) -> None:
    """Raise where the name is no workbook's, or that of a file which the verb reads."""
    from generator.files import IS_FOLDER, is_folder

    if is_folder(output):
        raise OutputRefusedError(output, IS_FOLDER)
    real = os.path.realpath(output)
    if not all(name.casefold().endswith(SUFFIX) for name in (output.name, Path(real).name)):
        raise OutputRefusedError(output, f"un classeur s'écrit dans un fichier {SUFFIX}")
    if real in {os.path.realpath(path) for path in read}:
        raise OutputRefusedError(output, "c'est un des fichiers à lire ; donnez un autre nom")
