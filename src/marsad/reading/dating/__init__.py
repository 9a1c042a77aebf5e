"""When was the article published, and which days do its words mean?"""
