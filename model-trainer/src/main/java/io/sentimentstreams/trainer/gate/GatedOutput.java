package io.sentimentstreams.trainer.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.trainer.inspect.JsonDocument;
import java.util.Optional;

/**
 * The output of a command with the comparison with a previous bundle.
 *
 * @param evaluation fields of the output
 * @param gate the comparison; absent without a previous bundle
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GatedOutput(@JsonUnwrapped Object evaluation, Optional<Gate> gate) {

  /** Returns a record as indented JSON, with the field {@code gate}. */
  public static String of(Object evaluation, Optional<Gate> gate) {
    return JsonDocument.indented(new GatedOutput(evaluation, gate));
  }

  /** Returns a text with the table of the comparison below it. */
  public static String text(String evaluation, Optional<Gate> gate) {
    return gate.map(compared -> evaluation + "\n\n" + compared.toText()).orElse(evaluation);
  }
}
