"""The calibration's picture."""

from lxml import etree

from parley.bargaining.forecasts import scores
from parley.brief.pictures import calibration_svg

NS = "{http://www.w3.org/2000/svg}"


def test_a_dot_for_each_band() -> None:
    """Bands without forecasts have none; more came true, higher up; each says how many."""
    tree = etree.fromstring(str(calibration_svg(scores([(0.1, False), (0.1, False), (0.9, True)]))))
    dots = list(tree.iter(f"{NS}circle"))
    assert len(dots) == 2
    low, high = dots
    assert float(high.get("cy")) < float(low.get("cy"))
    assert float(high.get("cx").rstrip("%")) > float(low.get("cx").rstrip("%"))
    assert {"n=1", "n=2"} <= {t.text for t in tree.iter(f"{NS}text")}
