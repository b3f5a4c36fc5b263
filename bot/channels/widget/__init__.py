"""The website widget: sessions, messages, history and ratings for visitors nobody vouches for."""
