package io.sentimentstreams.trainer.onnx;

import static io.sentimentstreams.trainer.onnx.OnnxGraph.attribute;
import static io.sentimentstreams.trainer.onnx.OnnxGraph.attributes;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * Token indices of a batch in time-major order, with the padding information for the layers above
 * the embedding.
 */
sealed interface OnnxTokens {

  /** Returns the token indices, steps x batch. */
  String ids();

  /** Returns the lengths of the sequences for recurrent operations, or {@link OnnxGraph#NONE}. */
  String lengths();

  /** Returns vectors, batch x width, with zeros for empty sequences. */
  String zeroWhereEmpty(OnnxGraph graph, String vectors);

  /** Tokens without a mask: 0 is a token. */
  record Unmasked(String ids) implements OnnxTokens {

    static Unmasked of(OnnxGraph graph, String ids) {
      return new Unmasked(transposed(graph, ids));
    }

    @Override
    public String lengths() {
      return OnnxGraph.NONE;
    }

    @Override
    public String zeroWhereEmpty(OnnxGraph graph, String vectors) {
      return vectors;
    }
  }

  /**
   * Tokens with masked zeros. The other tokens move to the front in their order, and the number of
   * timesteps is the length of the longest sequence, at least one.
   *
   * @param lengths int32, batch; 1 for the empty sequence, because some runtimes reject 0
   * @param present bool, steps x batch x 1: whether a token is present
   * @param any bool, batch x 1: whether the sequence has a token
   */
  record Masked(String ids, String lengths, String present, String any) implements OnnxTokens {

    static Masked of(OnnxGraph graph, String ids) {
      String masked = graph.node("Equal", List.of(ids, graph.constants(0)));
      String flags = cast(graph, graph.node("Not", List.of(masked)), DataType.INT64);
      String counts =
          graph.node("ReduceSum", List.of(flags, graph.constants(1)), attribute("keepdims", 0));
      String lengths = graph.node("Max", List.of(counts, graph.constants(1)));
      String longest =
          graph.node(
              "ReduceMax", List.of(lengths), attributes("axes", 0), attribute("keepdims", 1));
      // TopK is stable, so tokens keep their order.
      String sorted = graph.newName("Sorted");
      String order = graph.newName("Order");
      graph.node("TopK", List.of(flags, longest), List.of(sorted, order), attribute("axis", 1));
      String packed = graph.node("GatherElements", List.of(ids, order), attribute("axis", 1));
      String any = graph.node("Greater", List.of(counts, graph.constants(0)));
      return new Masked(
          transposed(graph, packed),
          cast(graph, lengths, DataType.INT32),
          cast(graph, unsqueezed(graph, transposed(graph, sorted), 2), DataType.BOOL),
          unsqueezed(graph, any, 1));
    }

    @Override
    public String zeroWhereEmpty(OnnxGraph graph, String vectors) {
      return graph.node("Where", List.of(any, vectors, graph.constant(0)));
    }
  }

  private static String unsqueezed(OnnxGraph graph, String value, long axis) {
    return graph.node("Unsqueeze", List.of(value, graph.constants(axis)));
  }

  private static String transposed(OnnxGraph graph, String matrix) {
    return graph.node("Transpose", List.of(matrix), attributes("perm", 1, 0));
  }

  private static String cast(OnnxGraph graph, String value, DataType type) {
    return graph.node("Cast", List.of(value), attribute("to", type.getNumber()));
  }
}
