"""The codebook: which words mean which act, tie, position or judgement, as data with an example and a trap each."""
