"""One layer of BERT and its gradient, in numpy.

Sentences of one length make a batch, so nothing is padded or masked. The gradients follow from
the layer's definition (Devlin et al. 2018; Vaswani et al. 2017) by the chain rule; a test compares
them with differences.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

HEADS = 12
_EPSILON = 1e-12
_ROOT_HALF = np.float32(1 / np.sqrt(2))
_DENSITY = np.float32(1 / np.sqrt(2 * np.pi))

Floats = NDArray[np.float32]
Layers = list[dict[str, Floats]]  # the tensors of each, the first one first

# The tensors of a layer: those that it multiplies with from the right, biases and norms.
NAMES = ("qkv", "qkv_bias", "out", "out_bias", "norm", "norm_bias", "wide", "wide_bias",
         "narrow", "narrow_bias", "last_norm", "last_norm_bias")  # fmt: skip


class Layer:
    """One pass of a batch through a layer, which remembers what its gradient needs."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        """``weights`` holds the tensors of NAMES; "qkv" is (width, 3 * width)."""
        self._w = weights

    def forward(self, hidden: Floats) -> Floats:
        """From ``hidden`` (sentences, tokens, width) to the same shape."""
        w = self._w
        batch, tokens, width = self._shape = hidden.shape
        self._flat = flat = np.ascontiguousarray(hidden.reshape(-1, width))
        size = width // HEADS
        qkv = flat @ w["qkv"]
        qkv += w["qkv_bias"]
        # (3, sentences, heads, tokens, size)
        parts = qkv.reshape(batch, tokens, 3, HEADS, size).transpose(2, 0, 3, 1, 4)
        self._query, self._key, self._value = np.ascontiguousarray(parts)
        self._scale = np.float32(size**-0.5)
        scores = self._query @ self._key.swapaxes(-1, -2)
        scores *= self._scale
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        self._shares = scores
        mixed = scores @ self._value
        self._mixed = mixed.transpose(0, 2, 1, 3).reshape(-1, width)
        added = self._mixed @ w["out"]
        added += w["out_bias"]
        added += flat
        self._middle, self._middle_memory = _normed(added, w["norm"], w["norm_bias"])
        self._before = self._middle @ w["wide"]
        self._before += w["wide_bias"]
        self._below = erf(self._before * _ROOT_HALF)
        self._below += 1
        self._below *= np.float32(0.5)  # the normal distribution's share below
        self._bent = self._before * self._below
        added = self._bent @ w["narrow"]
        added += w["narrow_bias"]
        added += self._middle
        last, self._last_memory = _normed(added, w["last_norm"], w["last_norm_bias"])
        return last.reshape(hidden.shape)

    def backward(self, slope: Floats) -> tuple[Floats, dict[str, Floats]]:
        """From the loss's slope by the layer's result to that by its input and its weights."""
        w, found = self._w, {}
        batch, tokens, width = self._shape
        flat = slope.reshape(-1, width)
        added, found["last_norm"], found["last_norm_bias"] = _normed_back(
            flat, self._last_memory, w["last_norm"]
        )
        found["narrow"], found["narrow_bias"] = self._bent.T @ added, added.sum(axis=0)
        bent = added @ w["narrow"].T
        density = np.exp(np.square(self._before) * np.float32(-0.5))
        density *= _DENSITY
        density *= self._before
        density += self._below
        bent *= density
        found["wide"], found["wide_bias"] = self._middle.T @ bent, bent.sum(axis=0)
        middle = bent @ w["wide"].T
        middle += added
        added, found["norm"], found["norm_bias"] = _normed_back(
            middle, self._middle_memory, w["norm"]
        )
        found["out"], found["out_bias"] = self._mixed.T @ added, added.sum(axis=0)
        mixed = (added @ w["out"].T).reshape(batch, tokens, HEADS, -1).transpose(0, 2, 1, 3)
        parts = np.empty((3, batch, HEADS, tokens, width // HEADS), dtype=np.float32)
        np.matmul(self._shares.swapaxes(-1, -2), mixed, out=parts[2])
        scores = mixed @ self._value.swapaxes(-1, -2)
        scores -= (scores * self._shares).sum(axis=-1, keepdims=True)
        scores *= self._shares
        scores *= self._scale
        np.matmul(scores, self._key, out=parts[0])
        np.matmul(scores.swapaxes(-1, -2), self._query, out=parts[1])
        qkv = parts.transpose(1, 3, 0, 2, 4).reshape(-1, 3 * width)
        found["qkv"], found["qkv_bias"] = self._flat.T @ qkv, qkv.sum(axis=0)
        below = qkv @ w["qkv"].T
        below += added
        return below.reshape(slope.shape), found


def _normed(rows: Floats, gain: Floats, bias: Floats) -> tuple[Floats, tuple[Floats, Floats]]:
    """Layer normalisation, and what its gradient needs."""
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.square(rows).mean(axis=1, keepdims=True) + np.float32(_EPSILON))
    rows /= spread
    result = rows * gain
    result += bias
    return result, (rows, spread)


def _normed_back(
    slope: Floats, memory: tuple[Floats, Floats], gain: Floats
) -> tuple[Floats, Floats, Floats]:
    rows, spread = memory
    of_gain, of_bias = (slope * rows).sum(axis=0), slope.sum(axis=0)
    scaled = slope * gain
    inner = (scaled * rows).mean(axis=1, keepdims=True)
    scaled -= scaled.mean(axis=1, keepdims=True)
    scaled -= rows * inner
    scaled /= spread
    return scaled, of_gain, of_bias
