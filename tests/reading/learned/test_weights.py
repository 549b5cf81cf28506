"""Weights: what traits add up to, and how they are kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.reading.learned.weights import Weights, read, shipped, written


@pytest.fixture
def small() -> Weights:
    """Two traits, two types, and vectors of two numbers."""
    return Weights(
        types=("AID", "ASSAULT"),
        rows={"lemma=bomb": 0, "lemma=feed": 1},
        act={"lemma=bomb": 2.0, "lemma=feed": -1.0},
        act_bare=-0.5,
        act_blind=0.5,
        act_seen=np.array([[1, 0], [0, 1], [0.5, 0.5]], np.float32),
        type_rows=np.array([[-2, 2], [2, -2]], np.float32),
        type_bare=np.zeros(2, np.float32),
        type_blind=np.array([0, 1], np.float32),
        type_seen=np.zeros((3, 2, 2), np.float32),
        trained_on="a",
    )


def test_traits_add_up_and_unknown_ones_add_nothing(small: Weights) -> None:
    """The sum of the weights of those that are known."""
    assert small.act_odds(["lemma=bomb", "lemma=feed", "lemma=sing"]) == 1.0
    assert small.act_odds([]) == 0


def test_what_was_seen_adds_by_its_place(small: Weights) -> None:
    """A row of vectors adds one thing as the word itself, another as its object, a third as its head."""
    assert small.seen_odds(np.array([[2, 4]], np.float32)) == [[2.0, 4.0, 3.0]]


def test_the_chances_of_all_types_add_up_to_one(small: Weights) -> None:
    """Each type's, and the likeliest is the one that the traits speak for."""
    seen = [np.zeros(2, np.float32)] * 3
    chances = small.type_chances(["lemma=bomb"], seen)
    assert sum(chances.values()) == pytest.approx(1)
    assert chances["ASSAULT"] > 0.9
    assert small.type_chances([], seen) == {"AID": 0.5, "ASSAULT": 0.5}


def test_where_nothing_was_seen_what_is_usual_counts(small: Weights) -> None:
    """Another pipeline's report has no vectors, and is no case of vectors that are nought."""
    assert small.type_chances([], [None, None, None])["ASSAULT"] > 0.7


def test_vectors_speak_for_types_too(small: Weights) -> None:
    """What was seen in the object counts, where there is one."""
    leaning = replace(small, type_seen=np.array([[[0, 0]] * 2, [[3, 0]] * 2, [[0, 0]] * 2], np.float32))
    one = np.array([1, 1], np.float32)
    assert leaning.type_chances([], [one, None, one])["AID"] == 0.5
    assert leaning.type_chances([], [one, one, one])["AID"] > 0.9


def test_they_come_back_as_they_were_written(small: Weights) -> None:
    """To the fineness of half precision, and the same bytes each time."""
    again = read(written(small))
    assert again.rows == small.rows
    assert again.act == small.act
    assert again.types == small.types
    assert again.trained_on == "a"
    assert written(again) == written(small)


def test_the_shipped_ones_know_all_types() -> None:
    """One weight a trait and type, none of them amiss."""
    weights = shipped()
    assert len(weights.types) == 17
    assert weights.type_rows.shape == (len(weights.rows), 17)
    assert np.isfinite(weights.type_rows).all()
    assert len(weights.act) == len(weights.rows) > 1000
