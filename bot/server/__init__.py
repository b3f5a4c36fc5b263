"""The front door: one FastAPI application with Rasa's agent and the actions inside."""
