#!/bin/sh
# Rewrite requirements.txt and requirements-dev.txt from pyproject.toml, with the hash of every file of each release.
# Pins that still fit are kept; `scripts/lock.sh --upgrade` takes the newest of everything.
# One pin per package for every Python from 3.11 on and every machine, so that all build the same workbook.
set -eu
cd "$(dirname "$0")/.."

uv_version=0.13.9

workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT
"${PYTHON:-python3}" -m venv "$workshop"
"$workshop/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$uv_version"

compile() {
    "$workshop/bin/uv" pip compile --quiet --system-certs --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --custom-compile-command 'make lock' pyproject.toml "$@"
}

compile --group install --output-file requirements.txt "$@"
compile --group dev --constraints requirements.txt --output-file requirements-dev.txt "$@"
