"""Other readers behind the same protocol as the default one: a language model's server, a language not English.

A reader is anything with `info`, `reads` and `read_all` (`parley.terms.ports.Reader`). It is found by the entry point
group `parley.readers`, so it may as well come from another package. The default reader is in `parley.reading`; here is
`chat`, a second reader, which asks a server.
"""
