"""Which ids were met."""

from hypothesis import given
from hypothesis import strategies as st

from parley.desk.import_seen import Seen


@given(st.lists(st.lists(st.text(max_size=3), max_size=5), max_size=5))
def test_it_is_a_set(batches: list[list[str]]) -> None:
    """Told in any parts, asked at any time."""
    seen, plain = Seen(), set[str]()
    for batch in batches:
        assert seen.among(batch) == [i in plain for i in batch]
        seen.add(batch)
        plain |= set(batch)
    assert len(seen) == len(plain)
