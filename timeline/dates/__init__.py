"""Time expressions in text: tagging and resolution."""
