"""One folder a language: lexicon and trained pipeline; loading, detection, training."""
