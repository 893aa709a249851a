"""`python -m generator`: the command line."""

import sys

from generator.cli import run

if __name__ == "__main__":
    sys.exit(run())
