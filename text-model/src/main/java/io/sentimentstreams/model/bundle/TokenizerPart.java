package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationJson;

/** The entry {@code tokenizer.json} of a bundle: a class name and a configuration, as in Keras. */
final class TokenizerPart {

  private TokenizerPart() {}

  static String write(TextIndexer tokenizer) {
    if (tokenizer instanceof TextVectorization layer) {
      return TextVectorizationJson.write(layer);
    }
    if (tokenizer instanceof Tokenizer keras) {
      return KerasTokenizerJson.write(keras);
    }
    throw new IllegalArgumentException("no format for " + tokenizer.getClass());
  }

  static TextIndexer read(String json) {
    return TextVectorizationJson.isNamedIn(json)
        ? TextVectorizationJson.read(json)
        : KerasTokenizerJson.read(json);
  }

  /** Returns the first version of the bundle format with this kind of tokenizer. */
  static int formatVersion(TextIndexer tokenizer) {
    return tokenizer instanceof TextVectorization
        ? Manifest.TEXT_VECTORIZATION_VERSION
        : Manifest.FIRST_FORMAT_VERSION;
  }
}
