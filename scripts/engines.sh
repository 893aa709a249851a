#!/bin/sh
# Make sure of the programs the tests use as judges: LibreOffice with its Python bridge, Gnumeric, Poppler, and a font
# of Calibri's metrics. Nothing is done where they are here. Where one is missing it is installed if this user may;
# if not, one line says so and the tests that need it skip. With CI=true a missing one is a failure.
set -eu
# shellcheck source=scripts/apt.sh
. "$(dirname "$0")/apt.sh"

has() {
    command -v "$1" >/dev/null 2>&1
}

# LibreOffice may be here without its spreadsheet.
has_calc() {
    has soffice || return 1
    [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ]
}

# The bridge belongs to the system's Python; its file is looked for first because starting Python takes longer.
has_uno() {
    [ -e /usr/lib/python3/dist-packages/uno.py ] || /usr/bin/python3 -c 'import uno' 2>/dev/null
}

has_carlito() {
    [ -e /usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf ] || { has fc-list && fc-list | grep -q Carlito; }
}

# The Debian packages that are missing, separated by spaces.
missing_packages() {
    has_calc || printf 'libreoffice-calc '
    has_uno || printf 'python3-uno '
    { has pdftotext && has pdftoppm; } || printf 'poppler-utils '
    has ssconvert || printf 'gnumeric '
    has_carlito || printf 'fonts-crosextra-carlito '
}

missing=$(missing_packages)
[ -n "$missing" ] || exit 0

if apt_allowed; then
    echo "Installation pour les tests : ${missing% }…"
    # shellcheck disable=SC2086  # one word per package
    apt_install $missing || true
    missing=$(missing_packages)
    [ -n "$missing" ] || exit 0
fi

if [ "${CI:-}" = true ]; then
    echo "Il manque ${missing% } : en intégration continue, c'est un échec." >&2
    exit 1
fi
echo "Il manque ${missing% } : les tests qui s'en servent seront sautés (apt-get install ${missing% })." >&2
