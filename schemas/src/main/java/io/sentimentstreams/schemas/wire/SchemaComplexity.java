package io.sentimentstreams.schemas.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.avro.Schema;

/** Check for schemas with which a short record can cause unbounded work. Not thread-safe. */
final class SchemaComplexity {

  /** Maximum number of nested values per record; the schema of reviews has about ten. */
  private static final long MAX_VALUES = 1_000;

  private static final long ENDLESS = Integer.MAX_VALUE;

  private final Map<String, Long> valuesOf = new HashMap<>();
  private final Map<String, Long> bytesOf = new HashMap<>();
  private boolean hasItemsOfNoBytes;

  private SchemaComplexity() {}

  /** Returns the problem of a schema in words, or empty. */
  static Optional<String> in(Schema schema) {
    SchemaComplexity work = new SchemaComplexity();
    long values = work.values(schema);
    if (values > MAX_VALUES) {
      return Optional.of(
          "it refers to itself, or its records contain more than %d values".formatted(MAX_VALUES));
    }
    return work.hasItemsOfNoBytes
        ? Optional.of("it has an array with items of 0 bytes")
        : Optional.empty();
  }

  /**
   * Returns the number of values inside a value of a schema, itself included; an item counts once.
   */
  private long values(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> ofRecord(schema, valuesOf, ENDLESS, this::values);
      case UNION -> sum(schema.getTypes().stream().mapToLong(this::values).toArray());
      case MAP -> sum(values(schema.getValueType()));
      case ARRAY -> {
        hasItemsOfNoBytes |= leastBytes(schema.getElementType()) == 0;
        yield sum(values(schema.getElementType()));
      }
      default -> 1;
    };
  }

  /** Returns a lower bound of the bytes of a value. */
  private long leastBytes(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> 0;
      case FIXED -> schema.getFixedSize();
      case RECORD -> ofRecord(schema, bytesOf, 0, this::leastBytes) - 1;
      default -> 1;
    };
  }

  /** Visits each record only once. */
  private static long ofRecord(
      Schema schema, Map<String, Long> known, long inItself, ToLongFunction<Schema> ofField) {
    Long before = known.putIfAbsent(schema.getFullName(), inItself);
    if (before != null) {
      return before;
    }
    long sum =
        sum(schema.getFields().stream().mapToLong(f -> ofField.applyAsLong(f.schema())).toArray());
    known.put(schema.getFullName(), sum);
    return sum;
  }

  private static long sum(long... parts) {
    long sum = 1;
    for (long part : parts) {
      sum = Math.min(ENDLESS, sum + part);
    }
    return sum;
  }
}
