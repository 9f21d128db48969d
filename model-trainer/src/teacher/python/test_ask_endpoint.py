#!/usr/bin/env python3
"""Tests of ask_endpoint.py against a stub on this machine: python -m unittest test_ask_endpoint"""

import contextlib
import io
import json
import os
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

import ask_endpoint


class Stub(BaseHTTPRequestHandler):
    """Answers positive for texts with "good"; the faults of a server come first."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append((self.path, self.headers.get("Authorization"), body))
        texts = json.loads(body["messages"][1]["content"])
        fault = self.server.faults.pop(0) if self.server.faults else None
        if isinstance(fault, int):
            self.send_response(fault)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        labels = ["Positive" if "good" in text else "negative" for text in texts]
        if any("spoil" in text for text in texts):
            labels = ["unsure"]
        answer = fault or "Sure:\n```json\n" + json.dumps(labels) + "\n```"
        content = json.dumps({"choices": [{"message": {"content": answer}}]}).encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class AskEndpointTest(unittest.TestCase):

    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Stub)
        self.server.requests, self.server.faults = [], []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.data = os.path.join(folder.name, "data.tsv")
        self.out = os.path.join(folder.name, "out.jsonl")
        self.write("a good film", "a dull film", "so good")
        os.environ.pop(ask_endpoint.KEY, None)

    def write(self, *texts):
        with open(self.data, "w", encoding="utf-8") as out:
            out.write("\n".join(["text", *texts]) + "\n")

    def ask(self, *more):
        args = ["--url", f"http://127.0.0.1:{self.server.server_port}/v1", "--model", "m",
                "--data", self.data, "--out", self.out, "--batch", "2", "--wait", "0.01",
                "--retries", "2", *more]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            ask_endpoint.main(args)
        with open(self.out, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def test_labels_become_smoothed_probabilities(self):
        header, *lines = self.ask()
        self.assertEqual(header["teacher"], "m")
        self.assertEqual(header["labels"], ["negative", "positive"])
        self.assertEqual([line["text"] for line in lines], ["a good film", "a dull film", "so good"])
        self.assertEqual([line["probabilities"] for line in lines],
                         [[0.083333, 0.916667], [0.916667, 0.083333], [0.083333, 0.916667]])
        self.assertEqual([path for path, _, _ in self.server.requests], ["/v1/chat/completions"] * 2)
        self.assertEqual([key for _, key, _ in self.server.requests], [None] * 2)

    def test_answers_are_cached(self):
        self.ask()
        with open(self.out + ".cache", "a", encoding="utf-8") as cache:
            cache.write('{"key": "cut o')
        self.write("a good film", "a dull film", "so good", "new")
        lines = self.ask()
        self.assertEqual(len(lines), 5)
        self.assertEqual(len(self.server.requests), 3)
        self.ask()
        self.assertEqual(len(self.server.requests), 3)
        self.ask("--samples", "2", "--temperature", "1")
        self.assertEqual(len(self.server.requests), 7)

    def test_transient_faults_are_retried(self):
        self.server.faults = [503, "no array"]
        self.assertEqual(len(self.ask()), 4)
        self.assertEqual(len(self.server.requests), 4)

    def test_one_text_does_not_spoil_its_batch(self):
        self.write("a good film", "spoil")
        lines = self.ask()
        self.assertEqual([line.get("text") for line in lines], [None, "a good film"])

    def test_other_statuses_and_redirects_stop(self):
        for status in (401, 404, 302):
            self.server.faults = [status]
            with self.assertRaises(SystemExit) as stopped:
                self.ask()
            self.assertIn(str(status), str(stopped.exception))
            self.assertFalse(os.path.exists(self.out))

    def test_unavailable_endpoint_stops_and_keeps_its_answers(self):
        self.server.faults = [None, 503, 503, 503]
        with self.assertRaises(SystemExit) as stopped:
            self.ask()
        self.assertIn("503", str(stopped.exception))
        self.assertEqual(len(self.ask()), 4)
        self.assertEqual(len(self.server.requests), 5)

    def test_key_comes_from_the_environment(self):
        os.environ[ask_endpoint.KEY] = "secret"
        self.addCleanup(os.environ.pop, ask_endpoint.KEY)
        self.ask()
        self.assertEqual(self.server.requests[0][1], "Bearer secret")
        with open(self.out + ".cache", encoding="utf-8") as cache:
            self.assertNotIn("secret", cache.read())

    def test_another_machine_needs_an_option(self):
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            ask_endpoint.main(["--url", "http://192.0.2.1/v1", "--model", "m", "--data", self.data,
                               "--out", self.out])
        self.assertEqual(self.server.requests, [])


if __name__ == "__main__":
    unittest.main()
