package io.sentimentstreams.quickstart;

import io.sentimentstreams.schemas.AbstainReason;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a review has no label.
 *
 * @param reason as in the record
 * @param tokens the number of tokens of the text
 * @param unknown how many of them the model does not know
 */
record NoAnswer(AbstainReason reason, int tokens, int unknown) {

  /**
   * Returns the reason as a sentence.
   *
   * @param language the language tag of the score
   */
  String sentence(Optional<String> language) {
    return "No answer: " + explanation(language) + " (" + reason + ").";
  }

  private String explanation(Optional<String> language) {
    return switch (reason) {
      case UNSUPPORTED_LANGUAGE ->
          language
              .map(tag -> "the review is in " + named(tag) + ", and no model is for this language")
              .orElse("no model is for the language of the review");
      case OUT_OF_VOCABULARY ->
          "the model knows %d of the %d tokens".formatted(tokens - unknown, tokens);
      case LOW_CONFIDENCE -> "no label is probable enough";
      case OTHER -> "the application has a reason that this command does not know";
    };
  }

  private static String named(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
