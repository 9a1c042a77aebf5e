"""The same words of the same speaker, told by several articles in different translations or paraphrase."""
