"""Learning the second opinion on topics from the collection: `make learn` writes the weights that come with the service.

The same examples and the same release of scikit-learn give the same weights. Needs the tools of the group "learn".
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

from bench.collection import read_part
from helpdesk.conversation.understanding.reading import traits
from helpdesk.conversation.understanding.topics.learned.features import Views
from helpdesk.conversation.understanding.topics.learned.model import LETTERS, WEIGHTS, WORDS
from helpdesk.places.sample import without_database
from helpdesk.text.folding import fold

EXAMPLES = (
    "tuning",
    "voices_a",
    "voices_b",
    "voices_c",
    "voices_d",
    "voices_e",
    "voices_f",
    "voices_g",
    "voices_h",
    "voices_i",
    "voices_j",
    "voices_k",
    "sentences",
)
"""The parts of the collection that are learned from; never the one that is held back."""

STRENGTH = 14.0
"""How freely weights follow the examples (the inverse of scikit-learn's regularisation); to be chosen together with how
much a long text is shortened: see `learned.features`."""

PRECISION = 1e-5
"""How near the weights come to the best there are; less, and another machine may stop somewhere else."""

SMALLEST = 0.06
"""Weights below it are left out: they decide nothing, and are most of the file."""


def examples() -> list[tuple[Views, str]]:
    """The features of every example, and its topic; of two that would do, the first.

    What was written with accents counts once more without them, as most people type.
    """
    places = without_database()
    lines = [line for part in EXAMPLES for line in read_part(part)]
    texts = [(text, line) for line in lines for text in dict.fromkeys((line.text, fold(line.text)))]
    return [(traits(text, today=line.today, places=places), line.intents[0]) for text, line in texts]


def mark_of(found: Iterable[tuple[Views, str]]) -> str:
    """What the weights are marked with: it changes with the examples and with what is looked at in them."""
    known = json.dumps(
        [(sorted(views.words), sorted(views.letters), topic) for views, topic in found], ensure_ascii=False
    )
    return sha256(known.encode()).hexdigest()[:16]


def main() -> int:
    """Learn, and write the weights."""
    found = examples()
    topics = [topic for _, topic in found]
    given = ([views.words for views, _ in found], [views.letters for views, _ in found])
    with ProcessPoolExecutor(2) as both:
        (known, by_words), (_, by_letters) = both.map(_learned, (WORDS, LETTERS), given, (topics, topics))
    with WEIGHTS.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"{mark_of(found)}\n")
        out.write("\t".join(known) + "\n")
        out.writelines(_lines((by_words | by_letters).items()))
    print(f"learned {len(known)} topics from {len(found)} texts: {WEIGHTS.stat().st_size:,} bytes")
    return 0


def _learned(
    view: str, given: Sequence[Mapping[str, float]], topics: Sequence[str]
) -> tuple[Sequence[str], dict[str, Sequence[float]]]:
    """The topics in their order, and the weights of every feature of one view; those of its name come before any."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    learned = LogisticRegression(C=STRENGTH, tol=PRECISION, max_iter=2000).fit(
        vectorizer.fit_transform(given), topics
    )
    rows = dict(zip(vectorizer.feature_names_, learned.coef_.T, strict=True))
    return list(learned.classes_), {view: learned.intercept_} | rows


def _lines(rows: Iterable[tuple[str, Sequence[float]]]) -> Iterable[str]:
    for name, weights in rows:
        cells = [f"{number}:{weight:.2f}" for number, weight in enumerate(weights) if abs(weight) >= SMALLEST]
        if cells:
            yield "\t".join([name, *cells]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
