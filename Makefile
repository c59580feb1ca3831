# Every task of the project. "make" alone lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON_HERE := .venv/bin/python
every_core := --numprocesses auto --maxprocesses 4
catalogues := $(patsubst %.po,%.mo,$(wildcard resources/locale/*/LC_MESSAGES/talktally.po))

.PHONY: help
help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: environment translations ## Open Talktally on an invented month
	@$(PYTHON_HERE) -m ui demo $(ARGS)

.PHONY: test
test: environment translations test-services ## Run every test (ARGS="-k gauge" for some)
	@$(PYTHON_HERE) -m pytest $(or $(ARGS),$(every_core))

.PHONY: check
check: environment ## Check format, lint, types and import contracts
	@$(PYTHON_HERE) -m ruff format --check --quiet .
	@$(PYTHON_HERE) -m ruff check --quiet .
	@$(PYTHON_HERE) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo --cache-dir .cache/import-linter

.PHONY: format
format: environment ## Format the code and mend what can be mended
	@$(PYTHON_HERE) -m ruff format --quiet .
	@$(PYTHON_HERE) -m ruff check --quiet --fix .

.PHONY: coverage
coverage: environment translations test-services ## Run the tests and list the lines that none of them reached
	@$(PYTHON_HERE) -m coverage run -m pytest --quiet
	@$(PYTHON_HERE) -m coverage report

.PHONY: bench
bench: environment translations ## Measure speed beside yardsticks (ARGS="import status" for some)
	@$(PYTHON_HERE) -m tests.bench $(ARGS)

.PHONY: fuzz
fuzz: environment translations ## Feed every reader with damaged files (ARGS="twinkle --runs 1000" for some)
	@packaging/setup/fuzzer.sh
	@PYTHONPATH=.cache/fuzzer $(PYTHON_HERE) -m tests.fuzz $(ARGS)

.PHONY: translations
translations: environment $(catalogues) ## Compile the message catalogues

resources/locale/%.mo: resources/locale/%.po
	@$(PYTHON_HERE) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

.PHONY: build
build: environment translations ## Build the wheel into dist/
	@$(PYTHON_HERE) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

.PHONY: packages
packages: environment translations package-tools ## Make the installers in dist/ (ARGS="deb" for some)
	@PYTHONPATH=packaging $(PYTHON_HERE) -m shipping.make $(ARGS)

.PHONY: verify-packages
verify-packages: environment translations package-tools ## Install, try and remove what make packages made (ARGS="deb" for some)
	@PYTHONPATH=packaging $(PYTHON_HERE) -m shipping.verify $(ARGS)

.PHONY: lock
lock: ## Renew the lock files from pyproject.toml (ARGS=--upgrade for newer versions)
	@packaging/setup/lock.sh $(ARGS)

.PHONY: environment
environment: system-packages .venv/ready ## Make .venv from the lock file, if it is not there yet

.PHONY: system-packages
system-packages:
	@packaging/setup/system-packages.sh

.PHONY: test-services
test-services:
	@packaging/setup/test-services.sh

.PHONY: package-tools
package-tools: environment
	@packaging/setup/package-tools.sh $(ARGS)

.venv/ready: requirements-dev.lock pyproject.toml packaging/setup/environment.sh
	@packaging/setup/environment.sh
