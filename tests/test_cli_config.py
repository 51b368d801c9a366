"""Pipelines named in a file of settings."""

import pytest

from timeline.cli import main

NOTE = "date 2022-01-08 Ieri il presidente Tokayev ha ordinato di sparare.\n"
NAMED = '[models]\nit = "no_such_pipeline"\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Give an empty folder with one document, where no settings of the user are read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "note.it.txt").write_text(NOTE)
    return tmp_path


def extract(capfd, *words):
    code = main(["extract", "note.it.txt", *words])
    return code, capfd.readouterr().err


def test_a_named_file_of_settings(here, capfd):
    (here / "c.toml").write_text(NAMED)
    code, err = extract(capfd, "--config", "c.toml")
    assert code != 0
    assert "no_such_pipeline" in err


def test_the_settings_of_the_user(here, capfd):
    assert extract(capfd)[0] == 0
    (here / "settings/timeline").mkdir(parents=True)
    (here / "settings/timeline/config.toml").write_text(NAMED)
    assert "no_such_pipeline" in extract(capfd)[1]


def test_the_command_line_goes_before_the_settings(here, capfd):
    (here / "c.toml").write_text(NAMED)
    err = extract(capfd, "--config", "c.toml", "--model", "it=another_one")[1]
    assert "another_one" in err
    assert "no_such_pipeline" not in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[models\n", "not TOML"),
        (b"\xff", "not TOML"),
        (b"models = 3\n", "[models] is no table: 3"),
        (b"[models]\nit = 3\n", "models.it is no name of a pipeline: 3"),
        (None, "No such file"),
    ],
)
def test_settings_that_cannot_be_read_are_one_line(here, capfd, content, said):
    if content is not None:
        (here / "c.toml").write_bytes(content)
    code, err = extract(capfd, "--config", "c.toml")
    assert code == 2
    assert [line for line in err.splitlines() if said in line and "c.toml" in line] == err.splitlines()
