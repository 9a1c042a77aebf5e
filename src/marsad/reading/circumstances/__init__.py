"""When, where and how much: which times, places and quantities are those of an event?"""
