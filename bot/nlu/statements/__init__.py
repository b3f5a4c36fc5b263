"""Finds what people say of themselves: role, years, team, education, pay, place and the like.

``extract`` is the entrance. A message is written in one regular form (``marked``), cut into
chunks that each have one speaker and one mood (``chunks``), and each chunk is searched for the
fields of the career profile (``numbers``, ``education``, ``career``).
"""

from bot.nlu.statements.extract import extract

__all__ = ["extract"]
