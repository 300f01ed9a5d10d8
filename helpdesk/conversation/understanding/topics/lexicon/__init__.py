"""What words mean: ideas, each with the phrases that people say it with.

One idea a line, `name: phrase | phrase`, going on in lines that are indented. `(a/b)` is one or the other, `[a/b]` may
also be missing. Vietnamese is written with its accents: residents are understood without them, and where they typed
accents a single word must have the same. Abbreviations and dialect that change one word for another stand in `spellings`.
"""
