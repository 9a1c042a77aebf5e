"""What belongs to a word: which noun phrase is its subject, its object, its complement, or what its pronoun means?"""
