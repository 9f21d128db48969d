package io.sentimentstreams.trainer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;

/** Builder of an ONNX graph, whose values are referenced by name. Not thread-safe. */
final class OnnxGraph {

  /** Name of an omitted optional input or an unused output. */
  static final String NONE = "";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");

  /** Returns the graph. */
  GraphProto build() {
    return graph.build();
  }

  /**
   * Declares an input.
   *
   * @param axes names of the axes
   */
  String input(String name, TensorProto.DataType type, String... axes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String axis : axes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(axis));
    }
    graph.addInput(value(name, type, shape));
    return name;
  }

  /**
   * Declares an output of floats with one row per sequence.
   *
   * @param source name of the value
   * @param width of a row
   */
  void output(String name, String source, String rows, int width) {
    graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(source).addOutput(name));
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(rows))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
  }

  private static ValueInfoProto value(
      String name, TensorProto.DataType type, TensorShapeProto.Builder shape) {
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Adds an operation with one output and returns the output's name. */
  String node(String operation, List<String> inputs, AttributeProto... attributes) {
    String output = newName(operation);
    node(operation, inputs, List.of(output), attributes);
    return output;
  }

  /** Adds an operation with several outputs. */
  void node(
      String operation, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operation)
            .setName(newName(operation))
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
  }

  /** Returns an unused name. */
  String newName(String operation) {
    return operation + "_" + graph.getNodeCount();
  }

  /** Adds an array of floats in row-major order and returns its name. */
  String floats(String name, List<Integer> shape, float[] data) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(data.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(data);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addAllDims(shape.stream().map(Integer::longValue).toList())
            .setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
    return name;
  }

  /** Adds a scalar float and returns its name. */
  String constant(float value) {
    return floats("float_" + graph.getInitializerCount(), List.of(), new float[] {value});
  }

  /** Adds a vector of integers, such as axes or a shape, and returns its name. */
  String constants(long... values) {
    String name = "long_" + graph.getInitializerCount();
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length)
            .addAllInt64Data(LongStream.of(values).boxed().toList()));
    return name;
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attributes(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(LongStream.of(values).boxed().toList())
        .build();
  }

  static AttributeProto attribute(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }
}
