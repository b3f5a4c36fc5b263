"""Stands in for Keras, which Rasa imports together with TensorFlow."""

from tensorflow._placeholder import install

install(__name__, ["utils", "utils.control_flow_util", "utils.tf_utils"])
