"""Stands in for TensorFlow, which Rasa imports but this build does not use."""

from tensorflow._placeholder import install

__version__ = "2.12.1"

install(
    __name__,
    [
        "keras",
        "keras.backend",
        "keras.callbacks",
        "keras.utils",
        "python",
        "python.eager",
        "python.eager.wrap_function",
        "types",
        "types.experimental",
    ],
)
