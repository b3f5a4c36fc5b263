"""all-MiniLM-L6-v2 with 8-bit weights, as an ONNX file made from the published 32-bit ones.

Matrices are multiplied in 8-bit integers, which is faster and takes less memory. The weights use
7 of the 8 bits: processors without VNNI add up pairs of products in 16 bits, which would overflow.
Every output channel has a scale of its own.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.nlu.onnx_writer import OnnxWriter

_LAYERS = 6
_HEADS = 12
_MOST_TOKENS = 128
_EPSILON = 1e-12
_RANGE = 63  # 7 bits with a sign
_MICROSOFT = "com.microsoft"
_FLOAT32, _INT32 = 1, 6  # ONNX's numbers of its types

Floats = NDArray[np.float32]


def quantized_model(weights: Path) -> bytes:
    """The ONNX file for the BERT weights of a safetensors file, the same bytes each time.

    Inputs ``input_ids`` and ``attention_mask`` (int64) have the shape (sentences, tokens), with at
    most 128 tokens; the output has (sentences, tokens, 384). Raises KeyError if a
    tensor is missing.
    """
    tensor = _tensors(weights)
    writer = OnnxWriter()
    hidden = _embedded(writer, tensor)
    mask = writer.node("Cast", ["attention_mask"], to=_INT32)[0]
    for layer in range(_LAYERS):

        def own(name: str, prefix: str = f"encoder.layer.{layer}.") -> Floats:
            return tensor(prefix + name)

        hidden = _layer(writer, own, hidden, mask)
    return writer.model(["input_ids", "attention_mask"], hidden)


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
    norm = _norm(writer, tensor, "embeddings.LayerNorm")
    total = writer.node("Add", [*word, *place])
    return writer.node("LayerNormalization", [*total, *norm], epsilon=_EPSILON)[0]


def _layer(writer: OnnxWriter, own: Callable[[str], Floats], hidden: str, mask: str) -> str:
    parts = [f"attention.self.{part}" for part in ("query", "key", "value")]
    weight, scale = _quantized(np.concatenate([own(f"{p}.weight").T for p in parts], axis=1))
    bias = np.concatenate([own(f"{p}.bias") for p in parts])
    zero = writer.constant(np.zeros(weight.shape[1], dtype=np.int8))
    whole, whole_scale, whole_zero = writer.node("DynamicQuantizeLinear", [hidden], outputs=3)
    constants = [writer.constant(array) for array in (weight, bias)]
    scales = [whole_scale, writer.constant(scale)]
    given = [whole, *constants, *scales, mask, whole_zero, zero]
    attended = writer.node("QAttention", given, _MICROSOFT, num_heads=_HEADS)
    added = _dense(writer, own, "attention.output.dense", attended[0])
    hidden = _added(writer, own, "attention.output.LayerNorm", hidden, added)
    wide = _dense(writer, own, "intermediate.dense", hidden)
    bent = writer.node("Gelu", [wide], _MICROSOFT)
    narrow = _dense(writer, own, "output.dense", bent[0])
    return _added(writer, own, "output.LayerNorm", hidden, narrow)


def _dense(writer: OnnxWriter, own: Callable[[str], Floats], name: str, given: str) -> str:
    weight, scale = _quantized(own(f"{name}.weight").T)
    zero = np.zeros(weight.shape[1], dtype=np.int8)
    constants = [writer.constant(a) for a in (weight, scale, zero, own(f"{name}.bias"))]
    return writer.node("DynamicQuantizeMatMul", [given, *constants], _MICROSOFT)[0]


def _added(
    writer: OnnxWriter, own: Callable[[str], Floats], name: str, one: str, other: str
) -> str:
    norm = _norm(writer, own, name)
    inputs = [one, other, *norm]
    return writer.node("SkipLayerNormalization", inputs, _MICROSOFT, epsilon=_EPSILON)[0]


def _norm(writer: OnnxWriter, own: Callable[[str], Floats], name: str) -> list[str]:
    return [writer.constant(own(f"{name}.{part}")) for part in ("weight", "bias")]


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
