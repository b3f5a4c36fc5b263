"""Measurements of the coach beside a bot made by ``rasa init``: ``python -m bench``."""
