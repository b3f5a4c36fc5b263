# Career coach. `make help` lists what can be done here.
#   ARGS="..."     more arguments for run, chat, train, test and bench
#   PYTHON=...     the Python 3.10 to build the environment with
#   TENSORFLOW=1   set up with the real TensorFlow (0 goes back to the placeholder)

SHELL := /bin/sh
BIN := .venv/bin
SETUP := sh bot/setup/setup.sh
WEB := $(BIN)/python bot/setup/web.py

export RASA_TELEMETRY_ENABLED := false
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup web run chat train test lint bench lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## Build or repair the environment in .venv
	@$(SETUP) environment.py $(if $(TENSORFLOW),--tensorflow $(TENSORFLOW))

web: setup ## Build the website widget (needs Node)
	@$(WEB)

run: train ## Start the bot's server
	@$(WEB) --optional
	@$(BIN)/coach serve $(ARGS)

chat: train ## Talk to the bot in this terminal
	@$(BIN)/coach chat $(ARGS)

train: setup ## Train the model, if what it is made from has changed
	@$(BIN)/coach train $(if $(filter train,$(MAKECMDGOALS)),$(ARGS))

test: train web ## Run the tests
	@$(BIN)/python -m pytest -q $(ARGS)

lint: setup ## Check formatting, style and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(WEB) --check

bench: train ## Measure speed, memory and understanding
	@$(BIN)/python -m bench $(ARGS)

lock: ## Compile the lock files (UPGRADE=1 takes newer releases)
	@$(SETUP) lock.py

clean: ## Remove the environment, the models and all caches
	@rm -rf .venv .cache bot/web/node_modules bot/web/dist models .rasa build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -not -path '*/node_modules/*' -prune -exec rm -rf {} +
