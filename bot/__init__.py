"""How messages get in and out: understanding, the server and its channels, the coach command."""
