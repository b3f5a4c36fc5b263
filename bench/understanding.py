"""Intent accuracy of the pipeline's featurizer and classifier on public data sets."""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

from bench.rows import Row
from bot.nlu.classifier import Classifier
from bot.nlu.encoder import Encoder, shared_encoder
from bot.nlu.tuning import tuned_layers

ROOT = Path(__file__).parent.parent
SEEDS = (0, 1, 2)
SHOTS = 10
_REJECTED = "oos"
Examples = list[tuple[str, str]]  # text, label


class Learned(NamedTuple):
    """What training makes of examples."""

    classifier: Classifier
    encoder: Encoder


def banking77(folder: Path, seed: int, intents: int | None = None) -> tuple[Examples, Examples]:
    """Ten training examples an intent, and the test set; of the first ``intents`` intents only."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for text, label in _rows(folder / "train.csv"):
        by_label[label].append(text)
    labels = sorted(by_label)[:intents]
    draw = random.Random(seed)
    train = [(text, label) for label in labels for text in draw.sample(by_label[label], SHOTS)]
    return train, [(text, label) for text, label in _rows(folder / "test.csv") if label in labels]


def accuracy(train: Examples, test: Examples) -> float:
    """Percent of ``test`` that a classifier of ``train`` gets right."""
    learned = _fit(train)
    found = _best(learned, [text for text, _ in test])[0]
    return 100.0 * float(np.mean([f == label for f, (_, label) in zip(found, test, strict=True)]))


def measure(folder: Path) -> list[Row]:
    """The rows of both data sets in ``folder``."""
    shares = [accuracy(*banking77(folder / "banking77", seed)) for seed in SEEDS]
    rows = [
        Row("BANKING77, 10 an intent, mean of 3 seeds", float(np.mean(shares)), None, "%", 85, True)
    ]
    return rows + _clinc150(folder / "clinc150" / "data_full.json")


def _clinc150(path: Path) -> list[Row]:
    """In-scope accuracy and out-of-scope recall. The 100 sentences of oos_train are learnt as an
    intent of their own; the threshold is set on the validation split alone: the highest that
    costs it no more than half a point of in-scope accuracy."""
    data = {
        name: [(t, la) for t, la in part] for name, part in json.loads(path.read_text()).items()
    }
    learned = _fit(data["train"] + data["oos_train"])
    threshold = _threshold(learned, data["val"])
    right, free = _in_scope(learned, data["test"], threshold)
    found, sure = _best(learned, [text for text, _ in data["oos_test"]])
    refused = [f == _REJECTED or p < threshold for f, p in zip(found, sure, strict=True)]
    return [
        Row("CLINC150 in scope, nothing rejected", free, None, "%"),
        Row(f"CLINC150 in scope at threshold {threshold:.2f}", right, None, "%", 95, True),
        Row(
            "CLINC150 out-of-scope recall there", 100 * float(np.mean(refused)), None, "%", 60, True
        ),
    ]


def _threshold(learned: Learned, validation: Examples) -> float:
    _, free = _in_scope(learned, validation, 0.0)
    steps = [step / 50 for step in range(1, 50)]
    kept = [s for s in steps if _in_scope(learned, validation, s)[0] >= free - 0.5]
    return max(kept, default=0.0)


def _in_scope(learned: Learned, test: Examples, threshold: float) -> tuple[float, float]:
    """Percent right and not rejected at ``threshold``, and percent right without rejection."""
    found, sure = _best(learned, [text for text, _ in test])
    right = np.array([f == label for f, (_, label) in zip(found, test, strict=True)])
    return 100 * float(np.mean(right & (sure >= threshold))), 100 * float(np.mean(right))


def _fit(train: Examples) -> Learned:
    settings = next(
        part
        for part in yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]
        if part["name"].endswith("LinearIntentClassifier")
    )
    texts, labels = [text.lower() for text, _ in train], [label for _, label in train]
    published, halves = shared_encoder().halfway(texts)
    encoder = shared_encoder().tuned(tuned_layers(halves, [labels]))
    classifier = Classifier(settings["strength"], settings["margin_share"])
    return Learned(classifier.fit(texts, encoder.finished(published, halves), labels), encoder)


def _best(learned: Learned, texts: list[str]) -> tuple[list[str], NDArray[np.float32]]:
    lower = [text.lower() for text in texts]
    rows = learned.classifier.probabilities(lower, learned.encoder.encode(lower))
    return [learned.classifier.labels[i] for i in rows.argmax(axis=1)], rows.max(axis=1)


def _rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]
