"""What linked events tell of the system: how close or hostile two are, and when that changed."""
