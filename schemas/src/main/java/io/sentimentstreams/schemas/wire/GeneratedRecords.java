package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.LabelShare;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Generated classes of schemas, found in a list instead of by name. Avro refuses to load a class
 * that a schema names unless a process-wide setting trusts it.
 */
final class GeneratedRecords extends SpecificData {

  private static final Map<String, Class<?>> CLASSES =
      List.of(
              ReviewEvent.class,
              ReviewScore.class,
              ItemSentiment.class,
              LabelProbability.class,
              LabelShare.class,
              AbstainReason.class,
              ModelReference.class,
              TokenCounts.class)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  GeneratedRecords() {
    addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Class getClass(Schema schema) {
    return switch (schema.getType()) {
      case RECORD, ENUM -> CLASSES.get(schema.getFullName());
      default -> super.getClass(schema);
    };
  }
}
