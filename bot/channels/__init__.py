"""The ways in which people talk to the coach besides REST and the terminal."""
