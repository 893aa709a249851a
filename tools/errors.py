"""What stops a check: each error builds its own French sentence."""


class ReadError(Exception):
    """A file that cannot be read as what it should be."""


class FileError(ReadError):
    """A file that does not open, or does not decode."""

    def __init__(self, name: str, reason: str) -> None:
        """Build the sentence from the file's name and the reason."""
        super().__init__(f"{name} : {reason}.")


class LineError(ReadError):
    """A line of the document that is not what the plan has there."""

    def __init__(self, line: int, reason: str) -> None:
        """Build the sentence from the line's number, from 1, and the reason."""
        super().__init__(f"Document, ligne {line} : {reason}.")


class SectionError(ReadError):
    """A part of the document that is not found."""

    def __init__(self, pattern: str) -> None:
        """Build the sentence from the regular expression that no line begins with."""
        super().__init__(f"Document : aucune ligne ne commence par « {pattern} ».")


def explain_refusal(error: OSError) -> str:
    """Return, in French, why a file does not open."""
    if isinstance(error, FileNotFoundError):
        return "le fichier n'existe pas"
    return "le fichier ne s'ouvre pas"
