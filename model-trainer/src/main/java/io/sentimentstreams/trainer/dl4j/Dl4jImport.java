package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.file.ReadProblem;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Import of files that Deeplearning4j's {@code ModelSerializer} wrote for a {@code
 * MultiLayerNetwork}. Files are untrusted: sizes are checked before anything is allocated. Each
 * import is compared with {@code MultiLayerNetwork.output()}, and rejected if scores differ.
 */
public final class Dl4jImport {

  /** Maximum number of weights of a bundle. */
  private static final long MAX_WEIGHTS = (512L << 20) / Float.BYTES - (1 << 20);

  private Dl4jImport() {}

  /**
   * Reads a model.
   *
   * @param file a file that {@code ModelSerializer.writeModel} wrote
   * @throws InvalidDl4jModelException if the file cannot be read, or the model is not supported
   */
  public static Dl4jModel read(Path file) {
    try {
      return Dl4jArchive.read(file, archive -> read(file, archive));
    } catch (UnsupportedDl4jModelException e) {
      throw new InvalidDl4jModelException(file, e.getMessage(), e.remedy(), e);
    } catch (IOException e) {
      ReadProblem problem = ReadProblem.of(e);
      throw new InvalidDl4jModelException(file, problem.reason(), problem.remedy(), e);
    } catch (RuntimeException e) {
      // The library throws various exceptions for corrupt files.
      throw new InvalidDl4jModelException(
          file, "the file is damaged or incomplete", "Save the model again", e);
    }
  }

  private static Dl4jModel read(Path file, Dl4jArchive archive) throws IOException {
    MultiLayerConfiguration configuration =
        MultiLayerConfiguration.fromJson(archive.configuration());
    requireFloats(configuration.getDataType());
    Dl4jChain chain = Dl4jChain.of(configuration);
    Network network = network(chain);
    float[] parameters = archive.parameters(count(chain));
    Model model = model(chain, network, parameters);
    MultiLayerNetwork library = new MultiLayerNetwork(configuration);
    library.init(
        Nd4j.createFromArray(parameters)
            .castTo(configuration.getDataType())
            .reshape(1, parameters.length),
        false);
    return new Dl4jModel(
        model,
        chain.trainingOnly(),
        new DigestUtils("SHA-256").digestAsHex(file),
        LibraryComparison.of(model, library));
  }

  private static void requireFloats(DataType type) {
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new UnsupportedDl4jModelException(
          "the network computes with " + type,
          "Convert the network with convertDataType(DataType.FLOAT)");
    }
  }

  private static Network network(Dl4jChain chain) {
    try {
      Network network =
          new Network(chain.translations().stream().map(Dl4jChain.Translation::layer).toList());
      if (network.parameterCount() > MAX_WEIGHTS) {
        throw new UnsupportedDl4jModelException(
            "the model has %d weights, the limit is %d"
                .formatted(network.parameterCount(), MAX_WEIGHTS),
            "Import a smaller model");
      }
      return network;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnsupportedDl4jModelException(String.valueOf(e.getMessage()), Dl4jLayers.SUPPORTED);
    }
  }

  private static int count(Dl4jChain chain) {
    long count = 0;
    int width = 1;
    for (Dl4jChain.Translation translation : chain.translations()) {
      count += Dl4jWeights.count(translation, width);
      width = translation.layer().outputSize(width);
    }
    return Math.toIntExact(count);
  }

  private static Model model(Dl4jChain chain, Network network, float[] parameters) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Dl4jWeights reader = new Dl4jWeights(new FlatParameters(parameters), weights);
    int width = 1;
    for (Dl4jChain.Translation translation : chain.translations()) {
      try {
        reader.read(translation, width);
      } catch (UnsupportedDl4jModelException e) {
        throw e.in(translation.index(), translation.source());
      }
      width = translation.layer().outputSize(width);
    }
    try {
      return new Model(network, weights);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedDl4jModelException(
          String.valueOf(e.getMessage()), "Train the model again");
    }
  }
}
