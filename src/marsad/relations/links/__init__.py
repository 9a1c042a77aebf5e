"""Which link comes next: forecasts of who does what to whom, from how links came back before."""
