"""PLOVER's types of events with their quad classes and scores, and CAMEO's codes in its terms."""
