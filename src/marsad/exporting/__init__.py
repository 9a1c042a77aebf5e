"""What the store keeps, as files for others: tables, PLOVER, POLECAT and GDELT, with a dictionary beside them."""
