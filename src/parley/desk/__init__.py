"""The desk: one function for each thing a person can ask for, one module a noun.

It wires the rooms together and holds no knowledge of its own. What a person did wrong, or what is missing, is
raised as `parley.desk.amiss.AmissError`, which says what to do next.
"""
