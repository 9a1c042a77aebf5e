"""Which noun phrase fills which role of an event word?"""
