"""Fine-tunes the last layers of the sentence encoder to what sentences here mean.

The published encoder tells sentences apart by topic at large; here, "what does it pay" and "what
would I have to pay" are apart, and thirty ways to ask for one fact are one. A softmax of each task
(intents, facts) over the sentence's vector is trained together with the last layers, as in
Devlin et al. 2018, and then thrown away: what is kept are the layers. Those below stay as they
are, so that training takes minutes and the untuned vectors cost next to nothing beside the tuned.
"""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bot.nlu.encoder import Halves, published_weights
from bot.nlu.quantized import last_layers, quantized_layers
from bot.nlu.transformer import Floats, Layer, Layers

logger = logging.getLogger(__name__)

NONE = -1  # of a sentence that has no label in a task
_BATCH = 32  # sentences that go through the layers at once
_AT_ONCE = 2  # batches of a step, one on each core
_EPOCHS = 1
_LEAST_STEPS = 250  # few sentences are gone through more often
_RATE = 3e-4  # of the layers
_HEAD_RATE = 3e-3
_SHARPNESS = 20.0  # what a cosine of 1 counts in the softmax
_SMOOTHING = 0.05  # of labels, which are not always the only right ones
_WARM_UP = 0.05  # share of the steps in which the rate rises
_DECAYS = (0.9, 0.999)  # Adam's
_TOLD = 100  # after how many steps the log hears of one


@dataclass
class _Tensor:
    """Numbers that are learned, with Adam's memory of their slopes."""

    values: Floats
    rate: float
    mean: Floats = field(init=False)
    square: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.mean, self.square = np.zeros_like(self.values), np.zeros_like(self.values)

    def learn(self, slope: Floats, share: float, step: int) -> None:
        """One step of Adam (Kingma and Ba 2015) at ``share`` of the rate."""
        first, second = _DECAYS
        self.mean += (1 - first) * (slope - self.mean)
        np.square(slope, out=slope)
        slope -= self.square
        slope *= 1 - second
        self.square += slope
        np.sqrt(self.square, out=slope)
        slope += 1e-8 * np.sqrt(1 - second**step)
        np.divide(self.mean, slope, out=slope)
        slope *= share * self.rate * np.sqrt(1 - second**step) / (1 - first**step)
        self.values -= slope


def tuned_layers(
    halves: Sequence[Halves],
    tasks: Sequence[Sequence[str | None]],
) -> bytes:
    """The published encoder's last layers as an ONNX file, tuned to ``tasks``.

    ``halves`` is what goes into them for each sentence (see ``Encoder.halfway``); a task gives
    each sentence its label or None.
    """
    labels = []
    for task in tasks:
        known = sorted({label for label in task if label is not None})
        numbers = {label: number for number, label in enumerate(known)}
        labels.append(np.array([NONE if label is None else numbers[label] for label in task]))
    return quantized_layers(tune(halves, labels, last_layers(published_weights())))


def tune(
    hidden: Sequence[Halves],
    labels: Sequence[NDArray[np.int64]],
    layers: Layers,
) -> Layers:
    """The ``layers`` (as bot.nlu.transformer names them) after training.

    ``hidden`` holds for each sentence what goes into the first of them: (tokens, width). For each
    task, ``labels`` gives each sentence a number from 0, or NONE.
    """
    width = hidden[0].shape[1]
    tensors = {
        f"{place}.{name}": _Tensor(values.astype(np.float32).copy(), _RATE)
        for place, layer in enumerate(layers)
        for name, values in layer.items()
    }
    for task, numbers in enumerate(labels):
        size = int(numbers.max()) + 1
        tensors[f"head.{task}"] = _Tensor(np.zeros((width, size), np.float32), _HEAD_RATE)
        tensors[f"head_bias.{task}"] = _Tensor(np.zeros(size, np.float32), _HEAD_RATE)
    depth = len(layers)
    random, lengths = np.random.default_rng(0), [len(tokens) for tokens in hidden]
    plan = _steps(lengths, random)
    epochs = max(_EPOCHS, math.ceil(_LEAST_STEPS / len(plan)))
    plan += [step for _ in range(epochs - 1) for step in _steps(lengths, random)]

    def slopes(rows: NDArray[np.int64]) -> tuple[float, dict[str, Floats]]:
        batch = np.stack([hidden[row] for row in rows]).astype(np.float32)
        given = [numbers[rows] for numbers in labels]
        return _slopes(batch, given, {n: t.values for n, t in tensors.items()}, depth)

    with threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as cores:
        for number, step in enumerate(plan, start=1):
            found = list(cores.map(slopes, step))
            count = sum(len(rows) for rows in step)
            share = _share(number, len(plan))

            learning = []
            for name, tensor in tensors.items():
                total = sum((slope[name] for _, slope in found[1:]), found[0][1][name]) / count
                learning.append(cores.submit(tensor.learn, total, share, number))
            for done in learning:
                done.result()
            if number % _TOLD == 0 or number == len(plan):
                loss = sum(loss for loss, _ in found) / count
                logger.info("tuning: step %d of %d, loss %.3f", number, len(plan), loss)
    return [
        {name: tensors[f"{place}.{name}"].values for name in layer}
        for place, layer in enumerate(layers)
    ]


def _share(step: int, steps: int) -> float:
    """Of the rate, which rises and then falls in a straight line (1 at its height)."""
    return float(min(1.0, step / (_WARM_UP * steps), (steps - step + 1) / steps))


def _steps(lengths: Sequence[int], random: np.random.Generator) -> list[list[NDArray[np.int64]]]:
    """All sentences once: steps of a few batches, each of sentences of one length."""
    order = random.permutation(len(lengths))
    by_length: dict[int, list[int]] = {}
    for row in order.tolist():
        by_length.setdefault(lengths[row], []).append(row)
    batches = [
        np.array(rows[start : start + _BATCH])
        for rows in by_length.values()
        for start in range(0, len(rows), _BATCH)
    ]
    mixed = [batches[place] for place in random.permutation(len(batches))]
    return [mixed[start : start + _AT_ONCE] for start in range(0, len(mixed), _AT_ONCE)]


def _slopes(
    batch: Floats,
    labels: Sequence[NDArray[np.int64]],
    values: Mapping[str, Floats],
    depth: int,
) -> tuple[float, dict[str, Floats]]:
    """The loss of a batch, added up over sentences and tasks, and its slope by each tensor."""
    passes = []
    hidden = batch
    for place in range(depth):
        mine = f"{place}."
        own = {n[len(mine) :]: value for n, value in values.items() if n.startswith(mine)}
        passes.append(Layer(own))
        hidden = passes[-1].forward(hidden)
    summed = hidden.sum(axis=1)
    norms = np.linalg.norm(summed, axis=1, keepdims=True)
    vectors = summed / norms
    total, found = 0.0, {}
    by_vector = np.zeros_like(vectors)
    for task, numbers in enumerate(labels):
        loss, slope = _softmax_loss(
            vectors @ values[f"head.{task}"] * np.float32(_SHARPNESS) + values[f"head_bias.{task}"],
            numbers,
        )
        total += loss
        found[f"head_bias.{task}"] = slope.sum(axis=0)
        slope *= np.float32(_SHARPNESS)
        found[f"head.{task}"] = vectors.T @ slope
        by_vector += slope @ values[f"head.{task}"].T
    by_sum = by_vector - vectors * (by_vector * vectors).sum(axis=1, keepdims=True)
    by_sum /= norms
    slope = np.repeat(by_sum[:, None, :], batch.shape[1], axis=1)
    for place in reversed(range(depth)):
        slope, own_slopes = passes[place].backward(slope)
        found.update({f"{place}.{name}": value for name, value in own_slopes.items()})
    return total, found


def _softmax_loss(scores: Floats, numbers: NDArray[np.int64]) -> tuple[float, Floats]:
    """Cross entropy with smoothed labels, and its slope; rows without a label count nothing."""
    told = np.flatnonzero(numbers != NONE)
    slope = np.zeros_like(scores)
    if not len(told):
        return 0.0, slope
    own = scores[told] - scores[told].max(axis=1, keepdims=True)
    own -= np.log(np.exp(own).sum(axis=1, keepdims=True))
    aims = np.full_like(own, _SMOOTHING / own.shape[1])
    aims[np.arange(len(told)), numbers[told]] += 1 - _SMOOTHING
    slope[told] = np.exp(own) - aims
    return float(-(aims * own).sum()), slope
