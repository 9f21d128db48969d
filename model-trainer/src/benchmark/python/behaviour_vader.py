"""Answers of VADER, a word list, to the cases of `model-trainer behave --json`.

    pip install vaderSentiment
    model-trainer behave --bundle models/imdb-default --json > cases.json
    python behaviour_vader.py cases.json > vader.jsonl
    model-trainer behave --bundle models/imdb-default --peer vader.jsonl

VADER's compound score is -1 to 1. As its authors propose, at least 0.05 is positive, at most -0.05
is negative, and a score between them is no answer.
"""

import json
import sys

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

LIMIT = 0.05


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    texts = {text for case in cases for text in (case["text"], case.get("partner")) if text}
    analyzer = SentimentIntensityAnalyzer()
    for text in sorted(texts):
        compound = analyzer.polarity_scores(text)["compound"]
        label = "positive" if compound >= LIMIT else "negative" if compound <= -LIMIT else None
        answer = {"text": text, "label": label, "score": (compound + 1) / 2}
        print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
