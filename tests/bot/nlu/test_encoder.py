"""The sentence encoder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoder as encoder_module
from bot.nlu.encoder import DIMENSIONS, Encoder, EncoderError, _own, _quantized

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
    # The range of a batch decides how its numbers are rounded to 8 bits.
    assert (np.einsum("ij,ij->i", many[:5], few) > 0.97).all()


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("what does a director earn?", [-0.01, -0.053, 0.006, 0.039]),
        ("i like to swim.", [-0.015, -0.012, 0.051, 0.047]),
    ],
)
def test_vectors_are_near_those_of_32_bits(
    encoder: Encoder, text: str, published: list[float]
) -> None:
    assert np.abs(encoder.encode([text])[0, :4] - published).max() < 0.02


def test_a_folder_without_the_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"no tokenizer\.json"):
        Encoder(tmp_path)
    (tmp_path / "tokenizer.json").write_bytes(_own("model/tokenizer.json").read_bytes())
    with pytest.raises(EncoderError, match=r"no model\.onnx"):
        Encoder(tmp_path)


def test_a_folder_of_ones_own_is_used(encoder: Encoder, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes(_own("model/tokenizer.json").read_bytes())
    (tmp_path / "model.onnx").write_bytes(_quantized(encoder_module.CACHE))
    np.testing.assert_array_equal(Encoder(tmp_path).encode(SENTENCES), encoder.encode(SENTENCES))


@pytest.mark.parametrize("name", ["model/tokenizer.json", "model/model.safetensors"])
def test_a_changed_file_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(encoder_module._FILES, name, "0" * 64)
    with pytest.raises(EncoderError, match="changed"):
        _own(name)


def test_a_missing_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_module, "_PACKAGE", "no_such_package")
    with pytest.raises(EncoderError, match="make setup"):
        Encoder()


def test_the_8_bit_model_is_made_once_and_mended(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    model = _quantized(cache)
    assert hashlib.sha256(model).hexdigest() == encoder_module._QUANTIZED
    (kept,) = cache.iterdir()
    kept.write_bytes(model[:-1])
    assert _quantized(cache) == model == kept.read_bytes()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert _quantized(tmp_path / "file" / "cache")
