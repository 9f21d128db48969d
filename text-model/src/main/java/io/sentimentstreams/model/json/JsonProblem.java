package io.sentimentstreams.model.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Description of the errors of the JSON library in words for users. */
public final class JsonProblem {

  private static final Pattern LIMIT =
      Pattern.compile("^([A-Z][a-zA-Z ]+) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+).*");

  private static final Map<String, String> LIMITED =
      Map.of(
          "Document nesting depth", "its nesting has %s levels",
          "String value length", "a string has %s characters",
          "Name length", "a field name has %s characters",
          "Number value length", "a number has %s characters",
          "Document length", "it has %s characters");

  private static final Pattern NUMBER_NAME =
      Pattern.compile("^Non-standard token '([-+A-Za-z]+)'.*");
  private static final Pattern DUPLICATE =
      Pattern.compile("^Duplicate field '(.*)'$", Pattern.DOTALL);
  private static final Pattern CHARACTER =
      Pattern.compile("^Unexpected character \\('(.*)' \\(code (\\d+).*", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("^Illegal .*\\(.*code (\\d+)\\).*");
  private static final Pattern TOKEN =
      Pattern.compile("^Unrecognized token '(.*)': .*", Pattern.DOTALL);
  private static final Pattern OUT_OF_RANGE =
      Pattern.compile("^Numeric value \\((.*)\\) out of range of (\\w+).*");
  private static final Pattern PROPERTY = Pattern.compile("(?s).*creator property '([^']*)'.*");
  private static final int MAX_QUOTE = 60;

  private JsonProblem() {}

  /**
   * Returns the problem as a clause that follows the name of the document: {@code is not JSON:
   * 'NaN' at line 1, column 7 is not a JSON number}.
   */
  public static String of(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping ? mapped(mapping) : parsed(e);
  }

  private static String parsed(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String at = at(e.getLocation());
    Matcher limit = LIMIT.matcher(message);
    if (limit.matches()) {
      return LIMITED
              .getOrDefault(limit.group(1), "a value has %s characters")
              .formatted(limit.group(2))
          + ", but the limit is "
          + limit.group(3);
    }
    Matcher range = OUT_OF_RANGE.matcher(message);
    if (e instanceof InputCoercionException && range.matches()) {
      return "the number %s%s is outside the range of %s"
          .formatted(quote(range.group(1)), at, type(range.group(2)));
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.matches()) {
      return "the field '%s' occurs twice%s".formatted(quote(duplicate.group(1)), at);
    }
    return "is not JSON: " + syntax(e, message, at);
  }

  private static String syntax(JsonProcessingException e, String message, String at) {
    Matcher number = NUMBER_NAME.matcher(message);
    if (number.matches()) {
      return "%s%s is not a JSON number".formatted(number.group(1), at);
    }
    if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
      return "it is cut off" + at;
    }
    Matcher control = CONTROL.matcher(message);
    if (control.matches()) {
      return "the control character with code %s%s is not escaped".formatted(control.group(1), at);
    }
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      return "'%s'%s is not a value".formatted(quote(token.group(1)), at);
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      return "the character '%s'%s is not expected".formatted(character.group(1), at);
    }
    if (message.contains("UTF-8") || message.contains("UTF-32")) {
      return "it is not UTF-8" + at;
    }
    if (message.startsWith("Invalid numeric value") || message.contains("leading zero")) {
      return "a number%s is malformed".formatted(at);
    }
    return "its syntax is wrong" + at;
  }

  private static String mapped(JsonMappingException e) {
    Matcher property = PROPERTY.matcher(String.valueOf(e.getOriginalMessage()));
    if (e instanceof MismatchedInputException && property.matches()) {
      // Such a path does not always contain the field.
      String path = place(e.getPath());
      String field = property.group(1);
      boolean named = path.equals(field) || path.endsWith("." + field);
      return (named ? path : path.isEmpty() ? field : path + "." + field)
          + (property.group().startsWith("Null value") ? " must not be null" : " is missing");
    }
    String place = place(e.getPath());
    String problem = problem(e);
    return place.isEmpty() ? problem : place + ": " + problem;
  }

  private static String problem(JsonMappingException e) {
    if (e instanceof ValueInstantiationException && e.getCause() instanceof Exception cause) {
      return firstLine(cause);
    }
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (e instanceof InvalidTypeIdException type) {
      return Optional.ofNullable(type.getTypeId())
          .map(id -> "the type '%s' is not known".formatted(quote(id)))
          .orElse("has no type");
    }
    if (e instanceof InvalidFormatException format) {
      return "must be %s, was %s"
          .formatted(type(format.getTargetType()), quote(String.valueOf(format.getValue())));
    }
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Trailing token")) {
      return "is not JSON: it continues after its end" + at(e.getLocation());
    }
    if (e.getCause() instanceof JsonProcessingException cause) {
      return of(cause);
    }
    if (e instanceof MismatchedInputException mismatch) {
      return "must be " + type(mismatch.getTargetType());
    }
    return firstLine(e);
  }

  private static String place(List<JsonMappingException.Reference> path) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.toString();
  }

  private static String type(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      StringJoiner names = new StringJoiner(", ", "one of ", "");
      Arrays.stream(type.getEnumConstants()).forEach(each -> names.add(((Enum<?>) each).name()));
      return names.toString();
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return type == String.class ? "a string" : type(type.getSimpleName());
  }

  private static String type(String simpleName) {
    return switch (simpleName) {
      case "int", "Integer" -> "a whole number of at most 32 bits";
      case "long", "Long" -> "a whole number of at most 64 bits";
      case "double", "Double", "float", "Float" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      default -> "an object";
    };
  }

  private static String at(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  static String quote(String value) {
    return value.length() <= MAX_QUOTE ? value : value.substring(0, MAX_QUOTE) + "...";
  }
}
