"""`python -m generator`: the command line."""

from generator.cli import run

if __name__ == "__main__":
    run()
