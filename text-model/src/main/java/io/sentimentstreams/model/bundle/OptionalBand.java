package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;

/** How a band that may be missing stands in a manifest: as an object, or not at all. */
final class OptionalBand {

  private OptionalBand() {}

  /** Writes it. */
  static final class Writer extends StdSerializer<Optional<AbstainBand>> {

    Writer() {
      super(Optional.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<AbstainBand> band) {
      return band.isEmpty();
    }

    @Override
    public void serialize(
        Optional<AbstainBand> band, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writePOJO(band.orElse(null));
    }
  }

  /** Reads it; null is none. */
  static final class Reader extends StdDeserializer<Optional<AbstainBand>> {

    Reader() {
      super(Optional.class);
    }

    @Override
    public Optional<AbstainBand> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Optional.of(context.readValue(json, AbstainBand.class));
    }

    @Override
    public Optional<AbstainBand> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
