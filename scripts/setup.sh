#!/bin/sh
# Install lock files into the virtualenv: scripts/setup.sh requirements.txt [requirements-dev.txt]
# Called by the Makefile, from the root of the checkout, with PYTHON and VENV set.
# A copy of the lock inside the virtualenv says that it is installed; any difference starts a new virtualenv,
# so that what is installed is always exactly what the locks say.
set -eu
. scripts/apt.sh

python=${PYTHON:-python3}
venv=${VENV:-.venv}

die() {
    echo "$1" >&2
    exit 2
}

# True when everything installed in the virtualenv is what today's locks say.
venv_is_current() {
    [ -e "$venv/requirements.txt" ] && "$venv/bin/python" -c '' 2>/dev/null || return 1
    for installed in "$venv"/requirements*.txt; do
        cmp -s "$installed" "${installed##*/}" || return 1
    done
}

check_python() {
    command -v "$python" >/dev/null 2>&1 ||
        die "Python 3.11 ou plus récent est nécessaire : « $python » est introuvable (make PYTHON=chemin)."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        die "Python 3.11 ou plus récent est nécessaire : « $python » est $("$python" --version 2>&1) (make PYTHON=chemin)."
}

# Debian ships Python without the means to make a virtualenv; they are a package of their own.
ensure_venv_module() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    if apt_allowed; then
        echo "Installation du paquet $package…"
        apt_install "$package" || die "Le paquet $package n'a pas pu être installé."
    else
        die "« $python » ne peut pas créer d'environnement : installez le paquet $package (apt-get install $package)."
    fi
}

pip_install() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@"
}

# The command `generator` runs the code of this checkout. The tool that makes it is in the runtime's lock.
install_command() {
    pip_install --no-deps --no-build-isolation --editable .
    rm -rf ./*.egg-info
}

install_lock() {
    if cmp -s "$1" "$venv/$1"; then
        touch "$venv/$1"
        return
    fi
    echo "Installation de $1 dans $venv…"
    pip_install --require-hashes --requirement "$1"
    [ "$1" != requirements.txt ] || install_command
    cp "$1" "$venv/$1"
}

if ! venv_is_current; then
    check_python
    ensure_venv_module
    "$python" -m venv --clear "$venv"
fi
for lock in "$@"; do
    install_lock "$lock"
done
