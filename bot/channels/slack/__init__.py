"""Slack: messages, mentions, /coach, buttons, the App Home and the profile's modal."""
