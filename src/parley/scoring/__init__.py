"""The room in which a record is scored against one that people made by hand. It knows the terms alone.

Nothing is in it as yet: how well the reader does is measured from outside, over the lines that `parley code` writes.
"""
