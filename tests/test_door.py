"""What `import timeline` says to those who hand it something else."""

import pytest

import timeline


@pytest.mark.parametrize("given", ["seeds/", timeline.Document("a", "Text.")])
def test_extract_names_what_it_needs(given):
    with pytest.raises(TypeError, match=r"timeline\.read\(path\)"):
        timeline.extract(given)


def test_plot_names_what_it_needs():
    with pytest.raises(TypeError, match="event table"):
        timeline.plot("seeds/")
