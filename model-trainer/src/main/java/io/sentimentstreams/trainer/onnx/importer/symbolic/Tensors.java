package io.sentimentstreams.trainer.onnx.importer.symbolic;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Reader of arrays in a file. */
public final class Tensors {

  private static final int MAX_RANK = 8;

  private Tensors() {}

  /**
   * Reads an array.
   *
   * @throws UnsupportedOnnxModelException if it is malformed, or stored in another file
   */
  public static Constant read(TensorProto tensor) {
    String name = Node.printable(tensor.getName());
    if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
      throw new UnsupportedOnnxModelException(
          "weight %s is in another file".formatted(name),
          "Save one file: torch.onnx.export(..., external_data=False), or onnx.save(onnx.load(file), file)");
    }
    if (tensor.getDimsCount() > MAX_RANK || tensor.hasSegment()) {
      throw malformed(name);
    }
    int[] shape = new int[tensor.getDimsCount()];
    for (int i = 0; i < shape.length; i++) {
      long length = tensor.getDims(i);
      if (length < 0 || length > Constant.MAX_SIZE) {
        throw malformed(name);
      }
      shape[i] = (int) length;
    }
    int size = Constant.size(shape);
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == null) {
      throw malformed(name);
    }
    return switch (type) {
      case FLOAT -> Constant.floats(shape, floats(tensor, name, size));
      case DOUBLE ->
          Constant.floats(
              shape,
              rounded(
                  size,
                  tensor.hasRawData()
                      ? raw(tensor, name, size, Double.BYTES)::getDouble
                      : listed(tensor.getDoubleDataList(), name, size),
                  Double.BYTES,
                  tensor.hasRawData()));
      case INT64 ->
          integers(
              Kind.INTEGER,
              shape,
              tensor.hasRawData()
                  ? strided(raw(tensor, name, size, Long.BYTES)::getLong, Long.BYTES)
                  : listed(tensor.getInt64DataList(), name, size));
      case INT32 ->
          integers(
              Kind.INTEGER,
              shape,
              tensor.hasRawData()
                  ? strided(raw(tensor, name, size, Integer.BYTES)::getInt, Integer.BYTES)
                  : listed(tensor.getInt32DataList(), name, size));
      case BOOL ->
          integers(
              Kind.BOOL,
              shape,
              tensor.hasRawData()
                  ? strided(raw(tensor, name, size, Byte.BYTES)::get, Byte.BYTES)
                  : listed(tensor.getInt32DataList(), name, size));
      default ->
          throw new UnsupportedOnnxModelException(
              "weight %s has type %s".formatted(name, type),
              "Export a model with 32-bit floats: model.float() in PyTorch");
    };
  }

  private static float[] floats(TensorProto tensor, String name, int size) {
    float[] values = new float[size];
    if (tensor.hasRawData()) {
      raw(tensor, name, size, Float.BYTES).asFloatBuffer().get(values);
    } else {
      requireSize(tensor.getFloatDataCount(), name, size);
      for (int i = 0; i < size; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    return values;
  }

  private static float[] rounded(
      int size, IntToDoubleFunction source, int stride, boolean hasStride) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) source.applyAsDouble(hasStride ? i * stride : i);
    }
    return values;
  }

  private static IntToDoubleFunction strided(IntToDoubleFunction source, int stride) {
    return index -> source.applyAsDouble(index * stride);
  }

  private static IntToDoubleFunction listed(List<? extends Number> values, String name, int size) {
    requireSize(values.size(), name, size);
    return index -> values.get(index).doubleValue();
  }

  private static Constant integers(Kind kind, int[] shape, IntToDoubleFunction source) {
    Amount[] values = new Amount[Constant.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Amount.of(source.applyAsDouble(i));
    }
    return Constant.of(kind, shape, values);
  }

  private static ByteBuffer raw(TensorProto tensor, String name, int size, int bytes) {
    ByteBuffer buffer = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.remaining() != (long) size * bytes) {
      throw malformed(name);
    }
    return buffer;
  }

  private static void requireSize(int found, String name, int size) {
    if (found != size) {
      throw malformed(name);
    }
  }

  private static UnsupportedOnnxModelException malformed(String name) {
    return new UnsupportedOnnxModelException(
        "weight %s does not have the size of its shape".formatted(name), "Export the model again");
  }
}
