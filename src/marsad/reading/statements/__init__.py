"""Who said what to whom, and through whom does the article know it?"""
