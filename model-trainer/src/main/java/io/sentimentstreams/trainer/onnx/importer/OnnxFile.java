package io.sentimentstreams.trainer.onnx.importer;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sentimentstreams.trainer.file.FileKind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A parsed ONNX file.
 *
 * @param model the message
 * @param operatorSet version of the standard operators
 * @param sha256 digest of the file
 */
record OnnxFile(ModelProto model, long operatorSet, String sha256) {

  /** Maximum size of a file: the largest bundle, and space for the graph. */
  private static final long MAX_BYTES = 640L << 20;

  private static final int MAX_NODES = 20_000;
  private static final int MAX_DEPTH = 32;
  private static final long FIRST_OPERATOR_SET = 9;
  private static final long LAST_OPERATOR_SET = 26;

  static OnnxFile read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnsupportedOnnxModelException(
          "a folder", "Use the file that torch.onnx.export wrote");
    }
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new UnsupportedOnnxModelException(
          "the file has %d bytes, the limit is %d".formatted(size, MAX_BYTES),
          "Import a smaller model");
    }
    byte[] bytes = Files.readAllBytes(file);
    ModelProto model = parse(file, bytes);
    if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
      throw new UnsupportedOnnxModelException(
          "not an ONNX model", "Use the file that torch.onnx.export wrote");
    }
    if (model.getGraph().getNodeCount() > MAX_NODES) {
      throw new UnsupportedOnnxModelException(
          "the graph has %d nodes, the limit is %d"
              .formatted(model.getGraph().getNodeCount(), MAX_NODES),
          "Import a smaller model");
    }
    if (model.getFunctionsCount() > 0) {
      throw new UnsupportedOnnxModelException(
          "the model defines functions: " + Node.printable(model.getFunctions(0).getName()),
          "Replace them by their operators: onnx.inliner.inline_local_functions(model)");
    }
    return new OnnxFile(model, operatorSet(model), DigestUtils.sha256Hex(bytes));
  }

  private static ModelProto parse(Path file, byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setRecursionLimit(MAX_DEPTH);
    try {
      return ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      FileKind kind = FileKind.of(file);
      throw new UnsupportedOnnxModelException(
          "not an ONNX model (%s)".formatted(described(kind)),
          kind.importRemedy().orElse("Use the file that torch.onnx.export wrote"));
    }
  }

  private static String described(FileKind kind) {
    return switch (kind) {
      case PYTORCH_ARCHIVE -> kind.noun() + ", as torch.save writes it";
      case PICKLE -> kind.noun() + ", which this program never opens";
      default -> kind.noun();
    };
  }

  private static long operatorSet(ModelProto model) {
    long version =
        model.getOpsetImportList().stream()
            .filter(each -> each.getDomain().isEmpty() || each.getDomain().equals("ai.onnx"))
            .mapToLong(OperatorSetIdProto::getVersion)
            .max()
            .orElse(0);
    if (version < FIRST_OPERATOR_SET || version > LAST_OPERATOR_SET) {
      throw new UnsupportedOnnxModelException(
          "the model has operator set %d".formatted(version),
          "Use opset_version %d to %d in torch.onnx.export"
              .formatted(FIRST_OPERATOR_SET, LAST_OPERATOR_SET));
    }
    return version;
  }
}
