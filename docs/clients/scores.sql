-- Flink SQL: reads the scores of any model.
-- The schema has the fields of ReviewScore.avsc that the table uses, and Avro skips the others.
CREATE TABLE review_scores (
  reviewId STRING NOT NULL,
  label STRING,
  probabilities ARRAY<ROW<label STRING NOT NULL, probability DOUBLE NOT NULL> NOT NULL> NOT NULL,
  score DOUBLE,
  abstained STRING,
  scoredAt TIMESTAMP(3) NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'review-scores',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  -- Stops at the end of the topic. Remove this line to wait for more scores.
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://127.0.0.1:8081',
  'avro-confluent.schema' = '{
    "type": "record", "name": "ReviewScore", "namespace": "io.sentimentstreams.schemas", "fields": [
      {"name": "reviewId", "type": "string"},
      {"name": "label", "type": ["null", "string"], "default": null},
      {"name": "probabilities", "type": {"type": "array", "items": {
        "type": "record", "name": "LabelProbability", "fields": [
          {"name": "label", "type": "string"},
          {"name": "probability", "type": "double"}]}}},
      {"name": "score", "type": ["null", "double"], "default": null},
      {"name": "abstained", "default": null, "type": ["null", {
        "type": "enum", "name": "AbstainReason", "default": "OTHER",
        "symbols": ["OTHER", "LOW_CONFIDENCE", "OUT_OF_VOCABULARY", "UNSUPPORTED_LANGUAGE"]}]},
      {"name": "scoredAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}'
);

-- The answers, and the reviews without one by reason.
SELECT COALESCE(label, 'no answer: ' || abstained) AS answer, COUNT(*) AS reviews, AVG(score) AS mean_score
FROM review_scores
GROUP BY COALESCE(label, 'no answer: ' || abstained);

-- The mean probability of each label.
SELECT p.label, AVG(p.probability) AS mean_probability
FROM review_scores CROSS JOIN UNNEST(probabilities) AS p (label, probability)
GROUP BY p.label;
