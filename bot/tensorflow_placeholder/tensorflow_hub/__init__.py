"""Stands in for TensorFlow Hub, which Rasa imports for one featurizer."""

from tensorflow._placeholder import install

install(__name__, ["module_v2"])
