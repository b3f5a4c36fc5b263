"""Fine-tuning of the encoder's last layers."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.nlu import transformer, tuning
from bot.nlu.encoder import DIMENSIONS, Encoder, likeness_part, meaning_part, published_weights
from bot.nlu.quantized import TUNED, last_layers, quantized_layers

Array: TypeAlias = NDArray[Any]

PAY = ["what does it pay", "how much money is it", "the salary", "what would i earn"]
LADDER = ["what comes after it", "the next rung", "how do i move up", "where does it lead"]


def _random_layer(random: np.random.Generator, width: int, wide: int) -> dict[str, Array]:
    shapes = {"qkv": (width, 3 * width), "out": (width, width), "wide": (width, wide)}
    shapes |= {"narrow": (wide, width)}
    layer = {name: random.normal(size=shape) / 2 for name, shape in shapes.items()}
    layer |= {f"{name}_bias": random.normal(size=shape[1]) for name, shape in shapes.items()}
    for name in ("norm", "norm_bias", "last_norm", "last_norm_bias"):
        layer[name] = random.normal(size=width)
    return layer


def _slopes(batch: Array, values: dict[str, Array]) -> tuple[float, dict[str, Array]]:
    # In 64 bits, since differences of small steps are lost in 32.
    labels = [np.array([1, 4, tuning.NONE]), np.array([tuning.NONE, 2, 0])]
    return tuning._slopes(batch, labels, values, 2)


def test_slopes_are_those_of_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transformer, "HEADS", 2)
    random = np.random.default_rng(0)
    values = {
        f"{place}.{name}": tensor
        for place in (0, 1)
        for name, tensor in _random_layer(random, 8, 16).items()
    }
    for task, size in enumerate((5, 3)):
        values[f"head.{task}"] = random.normal(size=(8, size)) / 10
        values[f"head_bias.{task}"] = random.normal(size=size)
    batch = random.normal(size=(3, 4, 8))
    _, slopes = _slopes(batch, values)
    assert set(slopes) == set(values)
    for name, tensor in values.items():
        for _ in range(3):
            place = tuple(random.integers(0, size) for size in tensor.shape)
            kept, losses = tensor[place], []
            for moved in (kept + 1e-5, kept - 1e-5):
                tensor[place] = moved
                losses.append(_slopes(batch, values)[0])
            tensor[place] = kept
            difference = (losses[0] - losses[1]) / 2e-5
            assert slopes[name][place] == pytest.approx(difference, rel=1e-3, abs=1e-3), name


def test_published_layers_give_the_published_vector(encoder: Encoder) -> None:
    same = encoder.tuned(quantized_layers(last_layers(published_weights())))
    texts = [*PAY, *LADDER, ""]
    vectors = same.encode(texts)
    assert vectors.shape == (len(texts), 2 * DIMENSIONS)
    np.testing.assert_allclose(likeness_part(vectors), encoder.encode(texts), atol=1e-6)
    np.testing.assert_allclose(meaning_part(vectors), likeness_part(vectors), atol=1e-6)


def test_the_layers_in_numpy_are_those_in_8_bits(encoder: Encoder) -> None:
    _, (half,) = encoder.halfway(["what does a director earn?"])
    hidden = half[np.newaxis].astype(np.float32)
    for layer in last_layers(published_weights()):
        hidden = transformer.Layer(layer).forward(hidden)
    vector = hidden[0].sum(axis=0)
    (published,) = encoder.encode(["what does a director earn?"])
    assert vector @ published / np.linalg.norm(vector) > 0.98


def test_what_is_asked_alike_moves_together(encoder: Encoder) -> None:
    texts = [*PAY, *LADDER]
    published, halves = encoder.halfway(texts)
    task = ["pay"] * len(PAY) + ["ladder"] * len(LADDER)
    own = [text if text in PAY else None for text in texts]
    tuned = encoder.tuned(tuning.tuned_layers(halves, [task, own]))

    def apart(rows: Array) -> float:
        """How much more alike sentences of one label are than of two."""
        return float((rows[:4] @ rows[:4].T).mean() - (rows[:4] @ rows[4:].T).mean())

    vectors = tuned.encode(texts)
    assert apart(meaning_part(vectors)) > apart(likeness_part(vectors)) + 0.2
    finished = tuned.finished(published, halves)
    assert (np.einsum("ij,ij->i", finished, vectors) > 2 * 0.97).all()


def test_the_same_sentences_teach_the_same(encoder: Encoder) -> None:
    _, halves = encoder.halfway([*PAY, *LADDER])
    task = ["pay"] * len(PAY) + ["ladder"] * len(LADDER)
    assert tuning.tuned_layers(halves, [task]) == tuning.tuned_layers(halves, [task])


def test_batches_hold_sentences_of_one_length_and_every_one_once() -> None:
    lengths = [4] * 70 + [5] * 3 + [9]
    steps = tuning._steps(lengths, np.random.default_rng(0))
    batches = [batch for step in steps for batch in step]
    assert sorted(np.concatenate(batches).tolist()) == list(range(len(lengths)))
    assert all(len({lengths[row] for row in batch}) == 1 for batch in batches)
    assert len(last_layers(published_weights())) == TUNED
