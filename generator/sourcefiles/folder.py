"""A source folder whose files are changed: its bytes, and its CSV files as they were typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.files import read_whole
from generator.sourcefiles.rawcsv import RawCsv, new_csv, parse_raw

Files = Mapping[str, bytes]
"""By name the new content of the files that change."""

Tables = Mapping[str, RawCsv]
"""By name the CSV files that change, changed."""


class SourceFolder(NamedTuple):
    """A source folder, and the encoding that it was read with where a file is not UTF-8."""

    path: Path
    encoding: str | None = None

    def content(self, name: str) -> bytes:
        """Return the bytes of a file, none where there is none."""
        return read_whole(self.path / name) or b""

    def parse(self, name: str, columns: Sequence[str], like: RawCsv | None = None) -> RawCsv:
        """Return a file; where there is none and `like` is given, a new one as that is written."""
        content = self.content(name)
        if like and not content:
            return new_csv(columns, like)
        return parse_raw(content, columns, self.encoding)
