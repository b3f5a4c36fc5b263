"""Finds what people say of themselves: role, years, team, education, pay, place and the like.

``extract`` is the entrance. A message is written in one regular form (``marked``), cut into
chunks that each have one speaker and one mood (``chunks``), and each chunk is searched for the
fields of the career profile (``numbers``, ``education``, ``career``). ``of_another`` finds what is
said of one other person, which never becomes part of the profile.
"""

from bot.nlu.statements.extract import extract
from bot.nlu.statements.others import of_another

__all__ = ["extract", "of_another"]
