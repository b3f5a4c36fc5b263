"""Everything that can be set from outside, as environment variables named COACH_*.

``Settings`` is the one list: types, defaults and explanations. ``SETTINGS`` and the table in
README.md are made from it. Nothing is read at import; ``Settings.from_environment`` reads once.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

PREFIX = "COACH_"
PROJECT = Path(__file__).resolve().parents[1]


class SettingsError(ValueError):
    """A setting that cannot be used. The text is a sentence for the person who set it."""


class Setting(NamedTuple):
    """One row of the table: the variable, its default as written, and what it does."""

    name: str
    default: str
    help: str


class Settings(BaseModel):
    """The settings of one process. They cannot be changed once they were read."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="Address to listen on. `0.0.0.0` listens on every interface.",
    )
    port: int = Field(default=5005, ge=0, le=65535, description="Port to listen on.")
    rest: Literal["loopback", "open", "off"] = Field(
        default="loopback",
        description=(
            "Who may use `POST /webhooks/rest/webhook`, which believes whatever sender it is "
            "told: `loopback` (programs on this machine), `open` (whoever reaches the port) or "
            "`off`."
        ),
    )
    widget: Literal["on", "off"] = Field(
        default="on", description="Whether the website widget is served: `on` or `off`."
    )
    widget_origins: str = Field(
        default="",
        pattern=r"^$|^https?://[^/\s,*]+(\s*,\s*https?://[^/\s,*]+)*$",
        description=(
            "Sites whose pages may use the widget, with commas between them, such as "
            "`https://www.example.com,https://example.com:8443`. Empty: the coach's own pages only."
        ),
    )
    widget_days: int = Field(
        default=30,
        ge=0,
        le=3_650,
        description="Days after which a visitor who was away starts a new conversation.",
    )
    widget_messages: int = Field(
        default=20,
        ge=1,
        le=10_000,
        description=(
            "Messages that a visitor may send the widget in a minute; those behind one address "
            "together ten times as many."
        ),
    )
    widget_characters: int = Field(
        default=4_000,
        ge=2_000,
        le=100_000,
        description="Longest message that the widget accepts.",
    )
    model: Path = Field(
        default=Path("models"),
        description="Trained model: a `.tar.gz` file, or a folder whose newest one is taken.",
    )
    data_folder: Path = Field(
        default=Path("var"), description="Folder for what the coach writes while it runs."
    )
    tracker_url: str = Field(
        default="",
        repr=False,
        pattern=r"^$|^[a-z][a-z0-9+]*://",
        description=(
            "Database of the conversations as an SQLAlchemy URL, such as "
            "`postgresql://user:password@host/name`. Empty: SQLite, `conversations.db` in the "
            "data folder."
        ),
    )
    database_url: str = Field(
        default="",
        repr=False,
        pattern=r"^$|^[a-z][a-z0-9+]*://",
        description=(
            "Database of people and their career profiles as an SQLAlchemy URL, such as "
            "`postgresql://user:password@host/name`. Empty: SQLite, `profiles.db` in the data "
            "folder."
        ),
    )
    secret_key: str = Field(
        default="",
        repr=False,
        pattern=r"^$|^.{16,}$",
        description=(
            "Secret of at least 16 characters that signs buttons. Empty: made once and kept in "
            "the data folder. Several processes behind one address need the same."
        ),
    )
    max_characters: int = Field(
        default=20_000, ge=1, le=100_000, description="Longest message that is accepted."
    )
    turn_seconds: float = Field(
        default=30.0,
        gt=0,
        le=600,
        description="Seconds after which an answer that is not there yet is given up.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO",
        description="`DEBUG`, `INFO`, `WARNING` or `ERROR`. At `DEBUG`, logs hold people's texts.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="`text` (key=value) or `json`, one line an event."
    )
    encoder_folder: str = Field(
        default="",
        description=(
            "Folder with another sentence encoder (`model.onnx`, `tokenizer.json`); the model has "
            "to be trained with it. Empty: the installed one."
        ),
    )

    slack_bot_token: str = Field(
        default="",
        repr=False,
        pattern=r"^$|^xox[a-z]-\S+$",
        description=(
            "Slack: the app's bot token (`xoxb-…`). With it one of the next two is needed. Empty: "
            "no Slack."
        ),
    )
    slack_signing_secret: str = Field(
        default="",
        repr=False,
        description="Slack over HTTP: the app's signing secret. Slack calls `/slack/events`.",
    )
    slack_app_token: str = Field(
        default="",
        repr=False,
        pattern=r"^$|^xapp-\S+$",
        description=(
            "Slack by Socket Mode, which needs no public address: the app-level token (`xapp-…`)."
        ),
    )
    slack_link_email: bool = Field(
        default=False,
        description=(
            "Slack: `true` makes people whom Slack and another channel know by the same verified "
            "e-mail address one person with one profile."
        ),
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://\S+$",
        description="Slack: where its Web API is, if not at Slack.",
    )
    public_url: str = Field(
        default="",
        pattern=r"^$|^https?://[^\s/]+/?$",
        description=(
            "The coach's address as seen from outside, such as `https://coach.example.com`. Used "
            "by `coach slack`."
        ),
    )

    @field_validator("slack_api_url", "public_url")
    @classmethod
    def _one_form(cls, url: str, info: ValidationInfo) -> str:
        """With or without a slash at the end, whatever was given."""
        return url.rstrip("/") + ("/" if info.field_name == "slack_api_url" else "")

    @model_validator(mode="after")
    def _check_slack(self) -> Settings:
        transport = self.slack_signing_secret or self.slack_app_token
        if self.slack_bot_token and not transport:
            raise ValueError(
                "COACH_SLACK_BOT_TOKEN needs COACH_SLACK_SIGNING_SECRET (HTTP) or "
                "COACH_SLACK_APP_TOKEN (Socket Mode) beside it"
            )
        if transport and not self.slack_bot_token:
            raise ValueError("Slack needs COACH_SLACK_BOT_TOKEN too")
        return self

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings of ``environment`` (by default this process's); blank means default.

        Raises SettingsError with one sentence that names the variable.
        """
        given = os.environ if environment is None else environment
        values = {name: given.get(PREFIX + name.upper(), "").strip() for name in cls.model_fields}
        if values["log_level"]:
            values["log_level"] = values["log_level"].upper()
        return cls._checked({name: value for name, value in values.items() if value})

    def changed(self, **values: Any) -> Settings:
        """A copy with some values replaced, None meaning as before. Raises SettingsError."""
        given = {name: value for name, value in values.items() if value is not None}
        return self._checked({**self.model_dump(), **given})

    @classmethod
    def _checked(cls, values: Mapping[str, Any]) -> Settings:
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            problem = error.errors()[0]
            if not problem["loc"]:
                raise SettingsError(f"{problem['ctx']['error']}.") from None
            # The value is not repeated: it may be the secret key.
            name = str(problem["loc"][0])
            reason = _REASONS.get(name) or _REASONS.get(problem["type"]) or problem["msg"]
            reason = reason.format(**problem.get("ctx", {}))
            raise SettingsError(f"{PREFIX}{name.upper()} cannot be used: {reason}.") from None

    @property
    def model_path(self) -> Path:
        """``model``, the default seen from the project's folder wherever that is run from."""
        return self._anchored("model")

    @property
    def data_path(self) -> Path:
        return self._anchored("data_folder")

    @property
    def tracker_database(self) -> str:
        """The URL of the database of conversations."""
        return self.tracker_url or f"sqlite:///{self.data_path / 'conversations.db'}"

    @property
    def profile_database(self) -> str:
        """The URL of the database of profiles."""
        return self.database_url or f"sqlite:///{self.data_path / 'profiles.db'}"

    def _anchored(self, name: str) -> Path:
        path: Path = getattr(self, name)
        return PROJECT / path if path == type(self).model_fields[name].default else path


# By setting where a pattern decides, else by pydantic's type of error.
_REASONS = {
    "slack_bot_token": "it should be a bot token, which begins with xoxb-",
    "slack_app_token": "it should be an app-level token, which begins with xapp-",
    "slack_api_url": "it should be a URL such as https://slack.com/api/",
    "public_url": "it should be a URL without a path, such as https://coach.example.com",
    "bool_parsing": "it should be true or false",
    "secret_key": "it should have at least 16 characters",
    "widget_origins": "it should be a list such as https://www.example.com,https://example.com",
    "database_url": "it should be a URL such as postgresql://user:password@host/name",
    "tracker_url": "it should be a URL such as postgresql://user:password@host/name",
    "literal_error": "it should be {expected}",
    "int_parsing": "it should be a whole number",
    "float_parsing": "it should be a number",
    "greater_than": "it should be more than {gt}",
    "greater_than_equal": "it should be at least {ge}",
    "less_than_equal": "it should be at most {le}",
}

SETTINGS: tuple[Setting, ...] = tuple(
    Setting(PREFIX + name.upper(), str(info.default), info.description or "")
    for name, info in Settings.model_fields.items()
)


def markdown_table() -> str:
    """The settings as a table for README.md."""
    rows = [
        f"| `{setting.name}` | {f'`{setting.default}`' if setting.default else '(empty)'} "
        f"| {setting.help} |"
        for setting in SETTINGS
    ]
    return "\n".join(["| variable | default | what it does |", "|---|---|---|", *rows])


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    """Variables that begin like a setting and are none, most likely misspelt."""
    known = {setting.name for setting in SETTINGS}
    return sorted(name for name in environment if name.startswith(PREFIX) and name not in known)
