"""Understanding: from what a person typed to clauses with intent, entities and likely facts."""
