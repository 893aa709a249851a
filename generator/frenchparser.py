"""A parser of the command line that speaks French: argparse has its sentences in English."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn, Self

CANNOT_RUN = 2
_ERRORS = (
    (r"the following arguments are required: (.*)", "il manque {}"),
    (r"unrecognized arguments: (.*)", "argument inconnu {}"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", "{} : {} n'est pas l'un de {}"),
    (r"argument (.*?): expected (?:at least )?one argument", "{} : il manque une valeur"),
    (r"argument (.*?): invalid .*? value: (.*)", "{} : valeur impossible {}"),
    (r"argument (.*?): ignored explicit argument (.*)", "{} ne prend pas de valeur {}"),
    (r"argument (.*?): not allowed with argument (.*)", "{} ne va pas avec {}"),
    (r"ambiguous option: (.*?) could match (.*)", "{} est ambigu : {}"),
)
"""What argparse says, and how we say it; anything else is only said to be wrong."""


class FrenchHelp(argparse.HelpFormatter):
    """The help, with its first word in French."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the line that shows how the command is written."""
        super().add_usage(usage, actions, groups, "Usage : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """A parser whose errors are one line of French; to be made without its own help."""

    def with_help(self) -> Self:
        """Return the parser, its help in French."""
        self.formatter_class = FrenchHelp
        self._positionals.title, self._optionals.title = "arguments ", "options "
        self.add_argument("-h", "--help", action="help", help="afficher cette aide")
        return self

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong; exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(CANNOT_RUN, f"{self.prog} : commande mal formée ({translate(message)})\n")


def translate(message: str) -> str:
    """Return what argparse says, in French."""
    for pattern, sentence in _ERRORS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*found.groups())
    return "voyez --help"
