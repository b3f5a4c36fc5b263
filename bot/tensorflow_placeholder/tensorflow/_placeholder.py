"""Names that can be imported, subclassed and annotated with, but not used."""

import importlib.machinery
import sys
import types

ADVICE = (
    "this build of Career coach has no TensorFlow: components such as DIETClassifier, "
    "ResponseSelector and TEDPolicy need it; take them out of config.yml, or install "
    "TensorFlow with 'make setup TENSORFLOW=1'"
)


def missing(name):
    """Return the error for real use of `name`.

    Rasa's commands print a RasaException as a sentence and anything else as a stack trace.
    """
    try:
        from rasa.shared.exceptions import RasaException
    except ImportError:
        bases = (RuntimeError,)
    else:
        bases = (RasaException,)
    error = type("TensorFlowMissing", bases, {"__module__": __name__})
    return error(f"{name} cannot be used: {ADVICE}.")


class Stub(type):
    """The type of every placeholder name; calling one, or a subclass of one, is real use."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return stub(f"{cls.__module__}.{cls.__qualname__}", name)

    def __call__(cls, *args, **kwargs):
        raise missing(f"{cls.__module__}.{cls.__qualname__}")


def stub(module, name):
    """Make the placeholder for one name of a module."""
    return Stub(name, (), {"__module__": module})


class StubModule(types.ModuleType):
    """A module in which every public name exists."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = stub(self.__name__, name)
        setattr(self, name, value)
        return value


def install(package, submodules):
    """Let every name of `package` resolve, and make its `submodules` importable."""
    sys.modules[package].__class__ = StubModule
    for relative in submodules:
        name = f"{package}.{relative}"
        module = StubModule(name)
        module.__path__ = []
        module.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=True)
        sys.modules[name] = module
        parent, _, own = name.rpartition(".")
        setattr(sys.modules[parent], own, module)
