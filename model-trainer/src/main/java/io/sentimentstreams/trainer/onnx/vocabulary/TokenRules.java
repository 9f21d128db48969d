package io.sentimentstreams.trainer.onnx.vocabulary;

import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.Optional;

/**
 * How texts become tokens.
 *
 * @param lower whether texts are converted to lower case first
 * @param filters characters that separate tokens, in addition to the separator
 * @param separator of tokens, not empty
 */
public record TokenRules(boolean lower, String filters, String separator) {

  /**
   * White space of Python's {@code str.split()}: the Unicode property and the four separators of
   * ASCII.
   */
  public static final String PYTHON_WHITE_SPACE =
      "\t\n\u000b\f\r\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004"
          + "\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  /** White space of Unicode, as Rust's {@code char::is_whitespace}. */
  public static final String UNICODE_WHITE_SPACE =
      "\t\n\u000b\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004"
          + "\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  /** Returns the settings of a tokenizer. */
  public TokenizerSettings settings(Optional<String> unknown) {
    return new TokenizerSettings(Optional.empty(), filters, lower, separator, false, unknown);
  }
}
