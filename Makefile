# Coursewright. The commands below need Python 3.11 or newer, and nothing else installed.
#
#   make course   build the site and the handouts of this course into _build/
#   make test     check the code and run the whole test suite
#   make bench    measure reading, drafting and writing
#   make schemas  write builder/schemas/ anew after a change of the model
#   make lock     write constraints.txt anew, with the newest releases that fit
#   make clean    delete what was built and the environment
#
# PYTHON=… chooses the interpreter:  make course PYTHON=python3.12

SHELL := /bin/sh
.DELETE_ON_ERROR:
.PHONY: help course test bench schemas lock clean

VENV := .venv
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check
CANDIDATES := python3 python3.13 python3.12 python3.11 python3.14 python
SUITABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

help:
	@sed -n '2,/^$$/s/^# \{0,1\}//p' Makefile

course: $(VENV)/installed
	$(RUN) -m builder build
	$(RUN) -m builder export handouts

test: $(VENV)/installed-test
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -m pytest -n 2

bench: $(VENV)/installed
	$(RUN) benchmarks/store.py
	$(RUN) benchmarks/drafting.py

schemas: $(VENV)/installed
	$(RUN) -c 'import pathlib, builder.store; builder.store.write_schemas(pathlib.Path("builder/schemas"))'

clean:
	rm -rf _build $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The stamps are newer than what they depend on once all of it is installed.
$(VENV)/installed: pyproject.toml constraints.txt
	@$(create-environment)
	$(INSTALL) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml constraints.txt
	@$(create-environment)
	$(INSTALL) --constraint constraints.txt --editable '.[test]'
	@touch $@ $(VENV)/installed

lock:
	@rm -rf $(VENV)-lock
	@$(choose-python); "$$python" -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check '.[test]'
	@{ echo '# Every release that a course is built and tested with; made by: make lock'; \
	  $(VENV)-lock/bin/python -m pip freeze --exclude coursewright | grep -v ' @ '; } > constraints.txt.new
	@mv constraints.txt.new constraints.txt
	@rm -rf $(VENV)-lock

# Sets $python, or says what is missing.
define choose-python
python=''; \
for candidate in $(PYTHON) $(if $(PYTHON),,$(CANDIDATES)); do \
  if "$$candidate" -c '$(SUITABLE)' >/dev/null 2>&1; then python=$$candidate; break; fi; \
done; \
if [ -z "$$python" ]; then \
  echo 'make: no Python 3.11 or newer with the modules venv and ensurepip was found.' >&2; \
  echo 'Install one (on Debian and Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3' >&2; \
  exit 1; \
fi
endef

# Makes the environment unless there is one that works, made with a suitable Python.
define create-environment
if ! $(RUN) -c '$(SUITABLE)' >/dev/null 2>&1 || ! $(RUN) -m pip --version >/dev/null 2>&1; then \
  $(choose-python); \
  echo "Making $(VENV) with $$("$$python" --version) …" >&2; \
  "$$python" -m venv --clear $(VENV); \
fi
endef
