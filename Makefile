# The menu of the project: `make` builds the workbook, `make help` lists the rest.
# Only Python 3.11+ and GNU make are needed; everything else is set up in .venv from lock files.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export PYTHON VENV

# The copies of the lock files inside .venv are what was installed: set-up runs again only when they change.
RUNTIME := $(VENV)/requirements.txt
DEVELOPMENT := $(VENV)/requirements-dev.txt

CODE := $(wildcard generator tests tools bench scripts)

# A file's tests share a worker, so an engine started for a module is started once.
PYTEST := $(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile

# What the caller may give.
SOURCE ?=
DOCUMENT ?= $(PLAN_DOCUMENT)
ARGS ?=

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: build test fast proof lint format bench pictures pdf check-source setup engines lock upgrade clean distclean help

build: $(RUNTIME) ## Construire le classeur dans output/ (SOURCE=dossier pour un autre plan)
	@$(PY) -m generator build $(SOURCE)

test: $(DEVELOPMENT) engines ## Lancer tous les tests (ARGS='…' est passé à pytest)
	@$(PYTEST) $(ARGS)

fast: $(DEVELOPMENT) ## Lancer les tests rapides, sans LibreOffice ni Gnumeric
	@$(PYTEST) -m "not libreoffice and not gnumeric and not slow" $(ARGS)

proof: $(DEVELOPMENT) engines ## Lancer la preuve longue : plans et modifications tirés au hasard, fautes semées, mutations
	@$(PY) -m scripts.proof $(ARGS)

lint: $(DEVELOPMENT) ## Vérifier le code : règles, mise en forme, types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy $(CODE)

format: $(DEVELOPMENT) ## Mettre le code en forme et corriger ce qui peut l'être
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

bench: $(DEVELOPMENT) ## Mesurer la vitesse de construction
	@$(PY) -m bench $(ARGS)

pictures: $(DEVELOPMENT) engines build ## Produire une image de chaque feuille du classeur
	@$(PY) -m tools.pictures $(ARGS)

pdf: $(DEVELOPMENT) engines build ## Produire un seul PDF du classeur dans output/
	@$(PY) -m tools.pdf $(ARGS)

check-source: $(DEVELOPMENT) ## Comparer source/ au texte du plan (DOCUMENT=chemin)
	@test -n '$(DOCUMENT)' || { echo 'Indiquez le texte du plan : make check-source DOCUMENT=chemin' >&2; exit 2; }
	@$(PY) -m tools.check_transcription '$(DOCUMENT)' $(ARGS)

setup: $(DEVELOPMENT) ## Installer les outils de développement dans .venv, sans rien lancer

engines: ## Installer LibreOffice et Gnumeric là où c'est permis (les tests s'en servent)
	@scripts/engines.sh

lock: ## Recalculer les fichiers de verrouillage après un changement de pyproject.toml
	@scripts/lock.sh

upgrade: ## Recalculer les fichiers de verrouillage avec les versions les plus récentes
	@scripts/lock.sh --upgrade

clean: ## Effacer ce qui a été produit : classeurs, images, caches
	@rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find output -mindepth 1 ! -name .gitkeep -delete
	@find . -path './$(VENV)' -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Effacer aussi l'environnement .venv
	@rm -rf '$(VENV)'

help: ## Afficher cette liste
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-20s %s\n", $$1, $$2 }'

$(RUNTIME): requirements.txt
	@scripts/setup.sh requirements.txt

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@scripts/setup.sh requirements.txt requirements-dev.txt
