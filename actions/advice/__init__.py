"""What the knowledge means for one person: pure functions over facts and profile values."""
