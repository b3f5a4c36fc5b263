"""Training: when it is done, what it leaves behind, and what it says when it fails."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.training import PROJECT, Training, TrainingError

FILES = {
    "config.yml": "recipe: default.v1\n",
    "domain.yml": 'version: "3.1"\n',
    "data/rules.yml": "rules: []\n",
    "data/nlu/a.yml": "nlu:\n- intent: a\n  examples: |\n    - one\n    - two\n    no example\n",
    "data/nlu/deep/b.yml": "nlu:\n- intent: b\n  examples: |\n    - three\n- synonym: c\n",
    "knowledge/packs/p.yml": "facts\n",
    "knowledge/vocabulary/words.yml": "words\n",
    "knowledge/base.py": "BASE = 1\n",
    "bot/nlu/components/reader.py": "READER = 1\n",
    "bot/server/app.py": "APP = 1\n",
}


class FakeRasa:
    """Stands in for Rasa: writes a model, or raises in the middle of it."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error
        self.runs = 0

    def __call__(self, project: Path, output: Path, log: Path) -> None:
        self.runs += 1
        (output / "coach.tar.gz").write_text(
            f"model {self.runs} of {project}"[: 4 if self.error else None]
        )
        if self.error:
            raise self.error


@pytest.fixture
def training(tmp_path: Path) -> Training:
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Training(tmp_path, tmp_path / "var" / "log" / "train.log")


@pytest.fixture
def said() -> list[str]:
    return []


def left_over(training: Training) -> list[str]:
    return sorted(path.name for path in training.model.parent.iterdir())


def test_a_first_training(training: Training, said: list[str]) -> None:
    assert not training.is_current()
    assert training.run(said.append, trainer=FakeRasa()) == training.model
    assert training.is_current()
    assert training.model.read_text().startswith("model 1")
    assert said[0] == "Training the model from 3 sentences (about five minutes) ..."
    assert said[1].startswith("done in ")
    assert said[1].endswith(" s: models/coach.tar.gz")
    assert left_over(training) == [".training.lock", "coach.json", "coach.tar.gz"]


def test_nothing_is_done_while_the_model_is_up_to_date(training: Training, said: list[str]) -> None:
    rasa = FakeRasa()
    training.run(said.append, trainer=rasa)
    training.run(said.append, trainer=rasa)
    assert rasa.runs == 1
    assert said[-1] == "The model is up to date: models/coach.tar.gz"
    training.run(said.append, force=True, trainer=rasa)
    assert rasa.runs == 2
    assert "s last time" in said[-2]


@pytest.mark.parametrize(
    "name",
    [
        "config.yml",
        "domain.yml",
        "data/rules.yml",
        "data/nlu/deep/b.yml",
        "data/nlu/new.yml",
        "knowledge/packs/p.yml",
        "knowledge/vocabulary/words.yml",
        "bot/nlu/components/reader.py",
    ],
)
def test_a_model_is_out_of_date_when_what_it_was_made_from_changes(
    training: Training, said: list[str], name: str
) -> None:
    training.run(said.append, trainer=FakeRasa())
    (training.project / name).write_text("nlu: []\n", encoding="utf-8")
    assert not training.is_current()


@pytest.mark.parametrize("name", ["bot/server/app.py", "data/.swap.yml", "README.md"])
def test_other_files_do_not_matter(training: Training, said: list[str], name: str) -> None:
    training.run(said.append, trainer=FakeRasa())
    (training.project / name).write_text("changed\n", encoding="utf-8")
    assert training.is_current()


def test_a_removed_or_renamed_file_matters(training: Training, said: list[str]) -> None:
    training.run(said.append, trainer=FakeRasa())
    path = training.project / "data/nlu/a.yml"
    path.rename(path.with_name("c.yml"))
    assert not training.is_current()


def test_another_encoder_makes_another_model(training: Training, said: list[str]) -> None:
    training.run(said.append, trainer=FakeRasa())
    assert not Training(training.project, training.log, encoder="/models/other").is_current()


@pytest.mark.parametrize("content", [None, "", "{}", "[1]", '{"sources": "x"}'])
def test_a_model_without_a_sound_stamp_is_not_trusted(
    training: Training, said: list[str], content: str | None
) -> None:
    training.run(said.append, trainer=FakeRasa())
    stamp = training.model.with_name("coach.json")
    stamp.unlink() if content is None else stamp.write_text(content)
    assert not training.is_current()


def test_a_model_that_something_else_wrote_is_not_trusted(
    training: Training, said: list[str]
) -> None:
    training.run(said.append, trainer=FakeRasa())
    training.model.write_text("another model")
    assert not training.is_current()
    training.model.unlink()
    assert not training.is_current()


@pytest.mark.parametrize("error", [TrainingError("no"), KeyboardInterrupt(), OSError("disk full")])
def test_what_is_broken_off_leaves_the_old_model(
    training: Training, said: list[str], error: BaseException
) -> None:
    training.run(said.append, trainer=FakeRasa())
    with pytest.raises(type(error)):
        training.run(said.append, force=True, trainer=FakeRasa(error))
    assert training.model.read_text().startswith("model 1")
    assert training.is_current()
    assert left_over(training) == [".training.lock", "coach.json", "coach.tar.gz"]


def test_a_first_training_that_is_broken_off_leaves_no_model(
    training: Training, said: list[str]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        training.run(said.append, trainer=FakeRasa(KeyboardInterrupt()))
    assert not training.model.exists()


def test_leftovers_of_a_killed_training_are_removed(training: Training, said: list[str]) -> None:
    left = training.model.parent / ".training-killed"
    left.mkdir(parents=True)
    (left / "coach.tar.gz").write_text("half")
    training.run(said.append, trainer=FakeRasa())
    assert not left.exists()


def test_a_change_during_training_makes_the_new_model_out_of_date(
    training: Training, said: list[str]
) -> None:
    def edit(project: Path, output: Path, log: Path) -> None:
        (output / "coach.tar.gz").write_text("model")
        (project / "data/rules.yml").write_text("rules: [new]\n")

    training.run(said.append, trainer=edit)
    assert not training.is_current()


def test_no_model_written_is_an_error(training: Training, said: list[str]) -> None:
    with pytest.raises(TrainingError, match=r"wrote no model; see var/log/train\.log"):
        training.run(said.append, trainer=lambda project, output, log: None)


def test_training_data_that_is_no_yaml_is_told_before_training(
    training: Training, said: list[str]
) -> None:
    rasa = FakeRasa()
    (training.project / "data/nlu/a.yml").write_text("nlu:\n- intent: [a\nb: {\n")
    with pytest.raises(TrainingError, match=r"a\.yml:3: "):
        training.run(said.append, trainer=rasa)
    assert rasa.runs == 0


def test_of_two_trainings_the_second_waits(training: Training, said: list[str]) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slow(project: Path, output: Path, log: Path) -> None:
        started.set()
        assert go_on.wait(20)
        (output / "coach.tar.gz").write_text("model")

    first = threading.Thread(
        target=training.run, args=(lambda line: None,), kwargs={"trainer": slow}
    )
    first.start()
    assert started.wait(20)

    def say(line: str) -> None:
        said.append(line)
        go_on.set()

    training.run(say, trainer=FakeRasa())
    first.join(20)
    assert said == [
        "Another training is at work; waiting for it to finish ...",
        "The model is up to date: models/coach.tar.gz",
    ]


# A bot that trains in seconds: no components of ours, one rule.
TINY = {
    "config.yml": (
        "recipe: default.v1\nlanguage: en\nassistant_id: tiny\n"
        "pipeline:\n- name: KeywordIntentClassifier\npolicies:\n- name: RulePolicy\n"
    ),
    "domain.yml": (
        'version: "3.1"\nintents: [greet, leave]\nresponses:\n  utter_hi:\n  - text: Hi.\n'
    ),
    "data/rules.yml": (
        'version: "3.1"\nrules:\n- rule: hi\n  steps:\n  - intent: greet\n  - action: utter_hi\n'
    ),
    "data/nlu.yml": (
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n    - hi\n'
        "- intent: leave\n  examples: |\n    - bye\n    - see you\n"
    ),
}


@pytest.fixture
def tiny(tmp_path: Path) -> Training:
    for name, content in TINY.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Training(tmp_path, tmp_path / "train.log")


def test_rasa_trains_a_model_quietly(
    tiny: Training, said: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    tiny.run(said.append)
    assert tiny.is_current()
    assert tiny.model.stat().st_size > 1000
    assert "trained and saved" in tiny.log.read_text()
    assert capfd.readouterr() == ("", "")
    # Rasa's cache stays out of the project.
    assert sum(path.stat().st_size for path in tiny.project.rglob(".rasa/**/*.tar.gz")) == 0


def test_what_rasa_says_when_it_fails_is_told(tiny: Training, said: list[str]) -> None:
    (tiny.project / "config.yml").write_text(
        TINY["config.yml"].replace("KeywordIntentClassifier", "NoSuchClassifier")
    )
    with pytest.raises(
        TrainingError, match=r"Training failed\. The last lines of .*train\.log:"
    ) as e:
        tiny.run(said.append)
    assert "NoSuchClassifier" in str(e.value)
    assert "\x1b" not in str(e.value)
    assert len(str(e.value).splitlines()) <= 16
    assert not tiny.model.exists()


def test_a_killed_training_leaves_the_old_model(tiny: Training, said: list[str]) -> None:
    tiny.run(said.append, trainer=FakeRasa())
    before = tiny.model.read_text()
    program = (
        "import sys; from pathlib import Path; from bot.training import Training;"
        "Training(Path(sys.argv[1]), Path(sys.argv[1]) / 'train.log').run(print, force=True)"
    )
    running = subprocess.Popen([sys.executable, "-c", program, str(tiny.project)])
    deadline = time.monotonic() + 60
    while not list(tiny.model.parent.glob(".training-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.kill()
    assert running.wait(20) != 0
    assert tiny.model.read_text() == before
    assert tiny.is_current()


def test_the_project_is_found_from_the_package() -> None:
    assert (PROJECT / "config.yml").is_file()
    assert Training().model == PROJECT / "models" / "coach.tar.gz"
