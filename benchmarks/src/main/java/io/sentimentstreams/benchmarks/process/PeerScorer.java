package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.benchmarks.engine.SequenceScorer;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;

/**
 * Converter from the bytes of a review to those of its score, with our text encoding and records
 * but a peer's engine. Not thread-safe.
 */
final class PeerScorer {

  private static final String NEGATIVE = "NEGATIVE";
  private static final String POSITIVE = "POSITIVE";

  private final RecordDecoder<ReviewEvent> decoder = RecordDecoder.of(ReviewEvent.class);
  private final RecordEncoder<ReviewScore> encoder = RecordEncoder.of(ReviewScore.class);
  private final NetworkInput texts;
  private final ModelReference model;
  private final double threshold;
  private final SequenceScorer scorer;
  private final double[] score = new double[1];

  PeerScorer(LoadedBundle loaded, SequenceScorer scorer) {
    Manifest manifest = loaded.bundle().manifest();
    texts =
        new NetworkInput(
            loaded.bundle().model().network(), loaded.bundle().tokenizer(), manifest.text());
    model = new ModelReference(manifest.name(), manifest.version(), loaded.sha256(), "*");
    threshold = manifest.threshold();
    this.scorer = scorer;
  }

  byte[] score(byte[] bytes) {
    ReviewEvent review = decoder.decode(bytes);
    EncodedText text = texts.read(review.getText());
    scorer.score(new int[][] {text.ids()}, score);
    return encoder.encode(
        ReviewScore.newBuilder()
            .setReviewId(review.getReviewId())
            .setItemId(review.getItemId())
            .setLabel(score[0] >= threshold ? POSITIVE : NEGATIVE)
            .setProbabilities(
                List.of(
                    new LabelProbability(NEGATIVE, 1 - score[0]),
                    new LabelProbability(POSITIVE, score[0])))
            .setScore(score[0])
            .setModel(model)
            .setTokens(new TokenCounts(text.tokens(), text.outOfVocabulary(), text.truncated()))
            .setOccurredAt(review.getOccurredAt())
            .setScoredAt(Instant.now())
            .build());
  }
}
