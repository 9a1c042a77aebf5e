"""Arabic: spelling, tokens, clitics, inflection, numbers and dates."""
