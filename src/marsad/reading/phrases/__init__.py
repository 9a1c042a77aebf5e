"""Which noun phrases are there, and whom do they name?"""
