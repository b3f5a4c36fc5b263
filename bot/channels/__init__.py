"""The ways in which people reach the coach, each a router of the front door."""
