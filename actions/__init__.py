"""What the coach does with a question: finds the facts that answer it and composes a Reply."""
