"""Writes an ONNX file: the few parts of the format that a small network needs.

ONNX is a protocol buffer. Writing one takes a page, where the ``onnx`` package would be a further
dependency, needed once.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_IR_VERSION = 8
_OPSETS = {"": 17, "com.microsoft": 1}
_TYPES = {np.dtype(t): n for t, n in (("f4", 1), ("u1", 2), ("i1", 3), ("i4", 6), ("i8", 7))}
_FLOAT, _INT = 1, 2  # kinds of attributes
_AXES = ("sentences", "tokens", "numbers")


class OnnxWriter:
    """Collects nodes and constants of one graph; ``model`` gives the file's bytes."""

    def __init__(self) -> None:
        self._graph: list[bytes] = []
        self._count = 0

    def constant(self, array: NDArray[Any]) -> str:
        """Add a constant tensor of any shape and return its name."""
        name = self._name()
        fields = [_number(1, size) for size in array.shape]
        fields += [_number(2, _TYPES[array.dtype]), _text(8, name), _bytes(9, array.tobytes())]
        self._graph.append(_bytes(5, b"".join(fields)))
        return name

    def node(
        self,
        operator: str,
        inputs: Sequence[str],
        domain: str = "",
        outputs: int = 1,
        **attributes: int | float,
    ) -> list[str]:
        """Add one operator and return the names of its ``outputs`` results."""
        names = [self._name() for _ in range(outputs)]
        fields = [_text(1, name) for name in inputs] + [_text(2, name) for name in names]
        fields += [_text(4, operator), _text(7, domain)]
        fields += [_bytes(5, _attribute(name, value)) for name, value in attributes.items()]
        self._graph.append(_bytes(1, b"".join(fields)))
        return names

    def model(self, inputs: Mapping[str, int], outputs: Sequence[str]) -> bytes:
        """The file. ``inputs`` gives each its type, by ONNX's number: whole numbers have the
        shape (sentences, tokens); all others, and ``outputs``, which are float32, have
        (sentences, tokens, numbers)."""
        fields = [_text(2, "encoder"), *self._graph]
        fields += [_bytes(11, _value(name, kind)) for name, kind in inputs.items()]
        fields += [_bytes(12, _value(name, _TYPES[np.dtype("f4")])) for name in outputs]
        opsets = [_text(1, domain) + _number(2, version) for domain, version in _OPSETS.items()]
        return (
            _number(1, _IR_VERSION)
            + _bytes(7, b"".join(fields))
            + b"".join(_bytes(8, opset) for opset in opsets)
        )

    def _name(self) -> str:
        self._count += 1
        return f"v{self._count}"


def _attribute(name: str, value: int | float) -> bytes:
    if isinstance(value, float):
        return _text(1, name) + _key(2, 5) + struct.pack("<f", value) + _number(20, _FLOAT)
    return _text(1, name) + _number(3, value) + _number(20, _INT)


def _value(name: str, kind: int) -> bytes:
    axes = _AXES if kind == _TYPES[np.dtype("f4")] else _AXES[:2]
    shape = b"".join(_bytes(1, _text(2, axis)) for axis in axes)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _key(field: int, wire: int) -> bytes:
    return _varint(field << 3 | wire)


def _number(field: int, value: int) -> bytes:
    return _key(field, 0) + _varint(value)


def _bytes(field: int, content: bytes) -> bytes:
    return _key(field, 2) + _varint(len(content)) + content


def _text(field: int, content: str) -> bytes:
    return _bytes(field, content.encode())
