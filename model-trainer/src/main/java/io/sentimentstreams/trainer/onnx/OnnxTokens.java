package io.sentimentstreams.trainer.onnx;

import static io.sentimentstreams.trainer.onnx.OnnxGraph.attribute;
import static io.sentimentstreams.trainer.onnx.OnnxGraph.attributes;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The token indices of a batch, with time first: what every layer above the embedding needs to know
 * of padding.
 */
sealed interface OnnxTokens {

  /** Token indices, steps x batch. */
  String ids();

  /** How many timesteps each sequence has, as recurrent operations take it; may be none. */
  String lengths();

  /** Vectors of the sequences, batch x width, with zeros for a sequence without any timestep. */
  String zeroWhereEmpty(OnnxGraph graph, String vectors);

  /** Every index is a token, 0 as well. */
  record All(String ids) implements OnnxTokens {

    static All of(OnnxGraph graph, String ids) {
      return new All(transposed(graph, ids));
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
   * Zeros are left out wherever they stand, as masking does: the others move to the front in their
   * order, and no more timesteps are kept than the longest sequence has, but at least one.
   *
   * @param lengths int32, batch; 1 for the empty sequence, as not every runtime takes 0
   * @param present bool, steps x batch x 1: whether there is a token
   * @param any bool, batch x 1: whether there is any token
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
      // Of equal values the first comes first, so that tokens keep their order.
      String sorted = graph.fresh("Sorted");
      String order = graph.fresh("Order");
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
