package io.sentimentstreams.trainer.onnx.importer.symbolic;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.sentimentstreams.trainer.data.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A node with the values of its inputs.
 *
 * @param proto the node
 * @param operatorSet version of the operator set
 * @param inputs values; empty for an omitted optional input
 */
public record Node(NodeProto proto, long operatorSet, List<Optional<Value>> inputs) {

  private static final int MAX_NAME = 80;

  public String operator() {
    return proto.getOpType();
  }

  /** Returns a name from a file, shortened and without control characters, for messages. */
  public static String printable(String name) {
    return PrintableText.of(name, MAX_NAME);
  }

  /** Returns the value of a required input. */
  public Value input(int index) {
    return optional(index)
        .orElseThrow(() -> refused("has no input " + index, "Export the model again"));
  }

  public Optional<Value> optional(int index) {
    return index < inputs.size() ? inputs.get(index) : Optional.empty();
  }

  /** Returns a required input that does not depend on the texts. */
  public Constant constant(int index) {
    return constant(input(index), index);
  }

  public Optional<Constant> optionalConstant(int index) {
    return optional(index).map(value -> constant(value, index));
  }

  private Constant constant(Value value, int index) {
    if (value instanceof Constant constant) {
      return constant;
    }
    if (value instanceof Value.Splat splat && splat.dims().stream().allMatch(Amount::isConstant)) {
      int[] shape = Constant.lengths(splat.dims());
      Amount[] values = new Amount[Constant.size(shape)];
      Arrays.fill(values, splat.value());
      return Constant.of(splat.kind(), shape, values);
    }
    throw refused(
        "has an input %d that depends on the texts".formatted(index),
        "Use weights that are constants");
  }

  private Optional<AttributeProto> attribute(String name) {
    return proto.getAttributeList().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst();
  }

  public boolean has(String name) {
    return attribute(name).isPresent();
  }

  public long number(String name, long otherwise) {
    return attribute(name).map(AttributeProto::getI).orElse(otherwise);
  }

  public float real(String name, float otherwise) {
    return attribute(name).map(AttributeProto::getF).orElse(otherwise);
  }

  public String text(String name, String otherwise) {
    return attribute(name)
        .map(each -> each.getS().toString(StandardCharsets.UTF_8))
        .orElse(otherwise);
  }

  public List<String> texts(String name) {
    return attribute(name)
        .map(
            each ->
                each.getStringsList().stream()
                    .map(text -> text.toString(StandardCharsets.UTF_8))
                    .toList())
        .orElse(List.of());
  }

  public Optional<int[]> numbers(String name) {
    return attribute(name)
        .map(each -> each.getIntsList().stream().mapToInt(Math::toIntExact).toArray());
  }

  public List<Float> reals(String name) {
    return attribute(name).map(AttributeProto::getFloatsList).orElse(List.of());
  }

  public Optional<Constant> tensor(String name) {
    return attribute(name).map(each -> Tensors.read(each.getT()));
  }

  public GraphProto graph(String name) {
    return attribute(name)
        .map(AttributeProto::getG)
        .orElseThrow(() -> refused("has no " + name, "Export the model again"));
  }

  /**
   * Returns integers from an attribute, as in older operator sets, or from an input; nothing if
   * both are missing.
   */
  public Optional<int[]> numbers(String name, int input) {
    return numbers(name)
        .or(() -> optionalConstant(input).map(each -> Constant.lengths(each.values())));
  }

  /** Returns the index of an axis, counted from the end if it is negative. */
  public int axis(long axis, int rank) {
    long index = axis < 0 ? axis + rank : axis;
    if (index < 0 || index >= rank) {
      throw refused("has axis %d of %d axes".formatted(axis, rank), "Export the model again");
    }
    return (int) index;
  }

  public UnsupportedOnnxModelException refused(String problem, String remedy) {
    return new UnsupportedOnnxModelException("%s %s".formatted(this, problem), remedy);
  }

  @Override
  public String toString() {
    String name = proto.getName().isEmpty() ? "without name" : proto.getName();
    return "operator %s (node %s)".formatted(operator(), printable(name));
  }
}
