"""The files of a source folder, changed in place: only the lines that must be."""
