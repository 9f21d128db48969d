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

/** An ONNX graph under construction: values are known by their names. Not thread-safe. */
final class OnnxGraph {

  /** Stands for an optional input that is not given, or an output that nobody reads. */
  static final String NONE = "";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");

  /** What was built so far. */
  GraphProto build() {
    return graph.build();
  }

  /**
   * Declares an input.
   *
   * @param axes the names of its axes
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
   * Declares an output of floats with a row for each sequence.
   *
   * @param source the value that is given out
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

  /** Adds an operation of one output, whose name is returned. */
  String node(String operation, List<String> inputs, AttributeProto... attributes) {
    String output = newName(operation);
    node(operation, inputs, List.of(output), attributes);
    return output;
  }

  /** Adds an operation of several outputs. */
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

  /** A name that no other value has. */
  String newName(String operation) {
    return operation + "_" + graph.getNodeCount();
  }

  /** Adds an array of floats, row-major. */
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

  /** Adds one float. */
  String constant(float value) {
    return floats("float_" + graph.getInitializerCount(), List.of(), new float[] {value});
  }

  /** Adds a vector of whole numbers: axes, shapes and the like. */
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
