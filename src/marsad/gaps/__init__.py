"""What articles hold that the lexicon lacks, counted over a corpus, so that a person can widen it."""
