"""all-MiniLM-L6-v2 with 8-bit weights, as an ONNX file made from the published 32-bit ones.

Matrices are multiplied in 8-bit integers, which is faster and takes less memory. The weights use
7 of the 8 bits: processors without VNNI add up pairs of products in 16 bits, which would overflow.
Every output channel has a scale of its own.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.nlu.onnx_writer import OnnxWriter
from bot.nlu.transformer import HEADS, Floats, Layers

TUNED = 3  # how many of the layers, the last ones, are fine-tuned to what is asked here
_LAYERS = 6
_MOST_TOKENS = 128
_EPSILON = 1e-12
_RANGE = 63  # 7 bits with a sign
_MICROSOFT = "com.microsoft"
_FLOAT32, _INT32, _INT64 = 1, 6, 7  # ONNX's numbers of its types

# What bot.nlu.transformer calls the tensors of a layer beside queries, keys and values.
_PUBLISHED = {
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "last_norm": "output.LayerNorm",
}


def quantized_model(weights: Path, below: int = TUNED) -> bytes:
    """The ONNX file for the BERT weights of a safetensors file, the same bytes each time.

    Inputs ``input_ids`` and ``attention_mask`` (int64) have the shape (sentences, tokens), with at
    most 128 tokens. Both outputs have (sentences, tokens, 384): what the last layer makes, and
    what goes into the last ``below`` layers. Raises KeyError if a tensor is missing.
    """
    tensor = _tensors(weights)
    writer = OnnxWriter()
    hidden = _embedded(writer, tensor)
    outputs = [hidden]
    mask = writer.node("Cast", ["attention_mask"], to=_INT32)[0]
    for place in range(_LAYERS):
        outputs.append(_layer(writer, _layer_of(tensor, place), outputs[-1], mask))
    return writer.model(
        {"input_ids": _INT64, "attention_mask": _INT64}, [outputs[-1], outputs[-1 - below]]
    )


def quantized_layers(layers: Layers) -> bytes:
    """The ONNX file for ``layers`` that go upon others: from ``hidden`` (float32, (sentences,
    tokens, 384)) and ``attention_mask`` to the same shape as ``hidden``."""
    writer = OnnxWriter()
    hidden = "hidden"
    mask = writer.node("Cast", ["attention_mask"], to=_INT32)[0]
    for layer in layers:
        hidden = _layer(writer, layer, hidden, mask)
    return writer.model({"hidden": _FLOAT32, "attention_mask": _INT64}, [hidden])


def last_layers(weights: Path, count: int = TUNED) -> Layers:
    """The 32-bit tensors of the last ``count`` layers, as bot.nlu.transformer names them."""
    tensor = _tensors(weights)
    return [_layer_of(tensor, place) for place in range(_LAYERS - count, _LAYERS)]


def _layer_of(tensor: Callable[[str], Floats], place: int) -> dict[str, Floats]:
    def own(name: str) -> Floats:
        return tensor(f"encoder.layer.{place}.{name}")

    parts = [f"attention.self.{part}" for part in ("query", "key", "value")]
    found = {
        "qkv": np.concatenate([own(f"{part}.weight").T for part in parts], axis=1),
        "qkv_bias": np.concatenate([own(f"{part}.bias") for part in parts]),
    }
    for name, published in _PUBLISHED.items():
        found[name] = own(f"{published}.weight")
        found[f"{name}_bias"] = own(f"{published}.bias")
    return {name: v.T if v.ndim == 2 and name != "qkv" else v for name, v in found.items()}


def _embedded(writer: OnnxWriter, tensor: Callable[[str], Floats]) -> str:
    """Sum of the words' and places' embeddings, normalised. One scale a word keeps rare words as
    exact as common ones."""
    words = tensor("embeddings.word_embeddings.weight")
    scales = np.abs(words).max(axis=1, keepdims=True) / np.float32(127)
    whole = np.rint(words / scales).astype(np.int8)
    rows = writer.node("Gather", [writer.constant(whole), "input_ids"])
    cast = writer.node("Cast", rows, to=_FLOAT32)
    scale = writer.node("Gather", [writer.constant(scales), "input_ids"])
    word = writer.node("Mul", [*cast, *scale])
    # All tokens are of one kind, so that kind's embedding is the same everywhere.
    places = tensor("embeddings.position_embeddings.weight")[:_MOST_TOKENS]
    places = places + tensor("embeddings.token_type_embeddings.weight")[0]
    shape = writer.node("Shape", ["input_ids"], start=1)
    start = writer.constant(np.array([0], dtype=np.int64))
    place = writer.node("Slice", [writer.constant(places), start, *shape, start])
    parts = ("weight", "bias")
    norm = [writer.constant(tensor(f"embeddings.LayerNorm.{part}")) for part in parts]
    total = writer.node("Add", [*word, *place])
    return writer.node("LayerNormalization", [*total, *norm], epsilon=_EPSILON)[0]


def _layer(writer: OnnxWriter, own: Mapping[str, Floats], hidden: str, mask: str) -> str:
    weight, scale = _quantized(own["qkv"])
    zero = writer.constant(np.zeros(weight.shape[1], dtype=np.int8))
    whole, whole_scale, whole_zero = writer.node("DynamicQuantizeLinear", [hidden], outputs=3)
    constants = [writer.constant(array) for array in (weight, own["qkv_bias"])]
    scales = [whole_scale, writer.constant(scale)]
    given = [whole, *constants, *scales, mask, whole_zero, zero]
    attended = writer.node("QAttention", given, _MICROSOFT, num_heads=HEADS)
    added = _dense(writer, own, "out", attended[0])
    hidden = _added(writer, own, "norm", hidden, added)
    wide = _dense(writer, own, "wide", hidden)
    bent = writer.node("Gelu", [wide], _MICROSOFT)
    narrow = _dense(writer, own, "narrow", bent[0])
    return _added(writer, own, "last_norm", hidden, narrow)


def _dense(writer: OnnxWriter, own: Mapping[str, Floats], name: str, given: str) -> str:
    weight, scale = _quantized(own[name])
    zero = np.zeros(weight.shape[1], dtype=np.int8)
    constants = [writer.constant(a) for a in (weight, scale, zero, own[f"{name}_bias"])]
    return writer.node("DynamicQuantizeMatMul", [given, *constants], _MICROSOFT)[0]


def _added(writer: OnnxWriter, own: Mapping[str, Floats], name: str, one: str, other: str) -> str:
    inputs = [one, other, *(writer.constant(own[n]) for n in (name, f"{name}_bias"))]
    return writer.node("SkipLayerNormalization", inputs, _MICROSOFT, epsilon=_EPSILON)[0]


def _quantized(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """``matrix`` in whole numbers, and the scale of each of its columns."""
    scale = np.abs(matrix).max(axis=0) / np.float32(_RANGE)
    return np.ascontiguousarray(np.rint(matrix / scale).astype(np.int8)), scale


def _tensors(path: Path) -> Callable[[str], Floats]:
    """Looks up tensors of a safetensors file: a length, a table of contents as JSON, numbers."""
    content = memoryview(path.read_bytes())
    (size,) = struct.unpack_from("<Q", content)
    table: dict[str, Any] = json.loads(bytes(content[8 : 8 + size]))

    def tensor(name: str) -> Floats:
        first, last = table[name]["data_offsets"]
        numbers = np.frombuffer(content[8 + size + first : 8 + size + last], dtype="<f4")
        return numbers.reshape(table[name]["shape"])

    return tensor
