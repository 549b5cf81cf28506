"""TeX in plain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.tex import without_tex


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"{\'E}tat", "État"), (r"\'{e}", "é"), (r"\'e", "é"), (r'M{\"u}ller', "Müller"), (r"\c{c}a", "ça"),
        (r"\v{S}e\v{s}elj", "Šešelj"), (r"{\o}re", "øre"), (r"50\% \& more\_", "50% & more_"), ("a--b", "a–b"),
        (r"\emph{again} {UN}", "again UN"), (r"``x''", "“x”"), (r"\'{\i}", "í"), ("a~b", "a b"),
    ],
)  # fmt: skip
def test_accents_signs_and_commands(written: str, plain: str) -> None:
    """In the forms in which programs export them."""
    assert without_tex(written) == plain


@settings(deadline=None)
@given(st.text("\\'{}cv aé\"`"))
def test_any_text_comes_out_without_braces(text: str) -> None:
    """Nothing raises."""
    assert not set("{}") & set(without_tex(text))
