"""What the coach knows: facts from documents, their schema, look-up and comparison.

Imports nothing of Rasa, of the conversation or of the person who asks.
"""
