"""The components that config.yml names: thin Rasa wrappers over the modules of bot.nlu."""
