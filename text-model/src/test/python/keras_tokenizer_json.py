"""Writes keras/tokenizer-json.jsonl: sequences of Keras for tokenizer JSON with unusual values.

Usage: python keras_tokenizer_json.py OUTPUT   (Keras 3, whose legacy package has the Tokenizer)

Each line has a setting, its value, the JSON of the tokenizer and the sequence of the text; "error"
instead of the sequence if Keras fails. An oov_token that is no string is fitted, because reading
the JSON again turns its key into a string.
"""
import json
import sys

from keras.src.legacy.preprocessing.text import Tokenizer, tokenizer_from_json

TEXTS = ["Good film, good cast.", "A bad film", "good", "one two"]
TEXT = "GOOD film!, unseen a.bad"
CASES = [
    ("num_words", value)
    for value in [None, 0, 0.0, False, True, 1, 2, 3, 5.0, 3.5, 1e12, 4294967301, 10**30, "5", [5]]
] + [
    ("lower", value) for value in [True, False, "false", "", 0, 1, None, [], 0.0]
] + [
    ("filters", value) for value in ["", "!", ["!", "."], ["!!"], None, 5]
] + [
    ("split", value) for value in [" ", "a", "oo", "", 5]
] + [
    ("char_level", value) for value in [True, False, "false", 1, 0, None]
] + [
    ("oov_token", value) for value in [None, "<oov>", "", True, False, 1, -7, 1.5, [1]]
] + [("unknown", 1), ("analyzer", None)]


def line(setting, value):
    config = {"oov_token": "<oov>"}
    row = {"setting": setting, "value": value}
    try:
        if setting == "oov_token":
            config = {"oov_token": value}
        tokenizer = Tokenizer(**config)
        if setting == "char_level" and value:
            tokenizer.char_level = True
        tokenizer.fit_on_texts(TEXTS)
        document = json.loads(tokenizer.to_json())
        document["config"][setting] = value
        row["json"] = json.dumps(document)
        read = tokenizer if setting == "oov_token" else tokenizer_from_json(row["json"])
        row["sequence"] = read.texts_to_sequences([TEXT])[0]
    except Exception as e:  # Any error of Keras counts.
        row.setdefault("json", None)
        row["error"] = type(e).__name__
    return row


def null_filters():
    tokenizer = Tokenizer(filters=None, char_level=True)
    tokenizer.fit_on_texts(TEXTS)
    text = tokenizer.to_json()
    return {
        "setting": "filters",
        "value": "null with char_level",
        "json": text,
        "sequence": tokenizer_from_json(text).texts_to_sequences([TEXT])[0],
    }


with open(sys.argv[1], "w") as out:
    for row in [line(*case) for case in CASES] + [null_filters()]:
        out.write(json.dumps({"text": TEXT} | row) + "\n")
