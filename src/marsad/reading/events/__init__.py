"""Who did what to whom, did it happen, and which words tell the same act?"""
