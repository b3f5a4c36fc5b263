"""The sentence encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoder as encoder_module
from bot.nlu.encoder import DIMENSIONS, Encoder, EncoderError

SENTENCES = ["What does a director earn?", "How much is a director paid?", "I like to swim."]


def test_rows_are_unit_vectors(encoder: Encoder) -> None:
    vectors = encoder.encode([*SENTENCES, "", "💥", "word " * 500])
    assert vectors.shape == (6, DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_like_meanings_are_nearer(encoder: Encoder) -> None:
    pay, paid, swim = encoder.encode(SENTENCES)
    assert pay @ paid > 0.7 > 0.4 > pay @ swim


def test_no_sentence_no_row(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, DIMENSIONS)


def test_many_sentences_keep_their_order(encoder: Encoder) -> None:
    texts = [f"sentence number {n} " + "and more " * (n % 7) for n in range(80)]
    many = encoder.encode(texts)
    few = np.vstack([encoder.encode([text]) for text in texts[:5]])
    # A batch is padded to its longest sentence, which moves an int8 model's numbers a little.
    assert (np.einsum("ij,ij->i", many[:5], few) > 0.97).all()


def test_a_folder_without_the_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"no model\.onnx"):
        Encoder(tmp_path)


def test_a_changed_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    package, inside, _ = encoder_module._FILES["model.onnx"]
    monkeypatch.setitem(encoder_module._FILES, "model.onnx", (package, inside, "0" * 64))
    with pytest.raises(EncoderError, match="changed"):
        Encoder()


def test_a_missing_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(encoder_module._FILES, "model.onnx", ("no_such_package", "x", "0" * 64))
    with pytest.raises(EncoderError, match="make setup"):
        Encoder()
