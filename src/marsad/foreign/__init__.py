"""Other people's event data: ICEWS, GDELT, POLECAT and PLOVER files read into events in our terms, with their own codes
kept."""
