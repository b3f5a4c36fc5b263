"""`coach chat` and `coach ask`."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.local_coach import open_coach
from bot.cli.rendering import show_reply
from bot.cli.talking import converse
from tests.bot.cli.conftest import Parrot, Run
