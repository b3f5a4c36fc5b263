"""Settings come from COACH_* variables, are checked, and are all in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import (
    PROJECT,
    SETTINGS,
    Settings,
    SettingsError,
    markdown_table,
    unknown_names,
)


def test_defaults_are_those_of_the_list() -> None:
    settings = Settings.from_environment({})

    assert (settings.host, settings.port, settings.rest) == ("127.0.0.1", 5005, "loopback")
    for setting in SETTINGS:
        value = getattr(settings, setting.name.removeprefix("COACH_").lower())
        assert str(value) == setting.default
        assert setting.help.endswith(".")


def test_values_have_their_types() -> None:
    settings = Settings.from_environment(
        {"COACH_PORT": " 8080 ", "COACH_MODEL": "m/x.tar.gz", "COACH_LOG_LEVEL": "debug"}
    )

    assert settings.port == 8080
    assert settings.model == Path("m/x.tar.gz")
    assert settings.log_level == "DEBUG"


def test_blank_means_default() -> None:
    assert Settings.from_environment({"COACH_PORT": "  "}).port == 5005


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("COACH_PORT", "five", "it should be a whole number."),
        ("COACH_PORT", "70000", "it should be at most 65535."),
        ("COACH_PORT", "-1", "it should be at least 0."),
        ("COACH_REST", "everyone", "it should be 'loopback', 'open' or 'off'."),
        ("COACH_TURN_SECONDS", "soon", "it should be a number."),
        ("COACH_TURN_SECONDS", "0", "it should be more than 0.0."),
        ("COACH_TRACKER_URL", "conversations.db", "it should be a URL such as "),
    ],
)
def test_what_cannot_be_used_is_one_sentence(name: str, value: str, reason: str) -> None:
    with pytest.raises(SettingsError) as problem:
        Settings.from_environment({name: value})

    assert str(problem.value).startswith(f"{name} cannot be used: {reason}")
    assert "\n" not in str(problem.value)


def test_a_secret_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as problem:
        Settings.from_environment({"COACH_SECRET_KEY": "hunter2"})

    assert "hunter2" not in str(problem.value)
    assert "16 characters" in str(problem.value)
    assert "correct horse battery" not in repr(Settings(secret_key="correct horse battery"))


def test_options_win_and_are_checked_too() -> None:
    settings = Settings.from_environment({"COACH_PORT": "8080"})

    assert settings.changed(host=None, port=9090).port == 9090
    assert settings.changed(host=None, port=None).port == 8080
    with pytest.raises(SettingsError, match="COACH_PORT cannot be used: it should be at most"):
        settings.changed(port=70000)


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().port = 1  # type: ignore[misc]


def test_default_folders_are_the_projects_and_others_are_as_given() -> None:
    assert Settings().model_path == PROJECT / "models"
    assert Settings().tracker_database == f"sqlite:///{PROJECT}/var/conversations.db"
    assert Settings(data_folder=Path("elsewhere")).data_path == Path("elsewhere")


def test_misspelt_names_are_found() -> None:
    assert unknown_names({"COACH_PROT": "1", "COACH_PORT": "2", "HOME": "/"}) == ["COACH_PROT"]


def test_the_table_has_a_row_for_each_setting() -> None:
    rows = markdown_table().splitlines()

    assert len(rows) == len(SETTINGS) + 2
    for setting, row in zip(SETTINGS, rows[2:], strict=True):
        assert row.startswith(f"| `{setting.name}` |")
        assert setting.help in row
        assert row.count(" | ") == 2, "a cell must not hold a column separator"


def test_the_readme_holds_the_table() -> None:
    readme = PROJECT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    _, opened, rest = text.partition("<!-- settings -->")
    shown, closed, _ = rest.partition("<!-- /settings -->")

    # Until there is a README, there is nothing to compare; from then on the markers are needed.
    assert bool(opened and closed) == readme.exists()
    assert not readme.exists() or shown.strip() == markdown_table()
