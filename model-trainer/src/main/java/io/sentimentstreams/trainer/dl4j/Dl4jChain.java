package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;

/** Translation of the layers of a configuration, in order. Not thread-safe. */
final class Dl4jChain {

  private final List<Translation> translations = new ArrayList<>();
  private final List<String> trainingOnly = new ArrayList<>();

  private Dl4jChain() {}

  /**
   * A layer with parameters, and what it becomes.
   *
   * @param index position in the configuration, from 0
   * @param source settings of Deeplearning4j
   * @param layer layer of the network
   */
  record Translation(int index, org.deeplearning4j.nn.conf.layers.Layer source, Layer layer) {}

  /**
   * Translates all layers.
   *
   * @throws UnsupportedDl4jModelException if a layer would have other scores, or is unknown
   */
  static Dl4jChain of(MultiLayerConfiguration configuration) {
    Dl4jChain chain = new Dl4jChain();
    int count = configuration.getConfs().size();
    for (int i = 0; i < count; i++) {
      org.deeplearning4j.nn.conf.layers.Layer source = configuration.getConf(i).getLayer();
      try {
        Optional<InputPreProcessor> before =
            Optional.ofNullable(configuration.getInputPreProcess(i));
        if (before.isPresent()) {
          throw new UnsupportedDl4jModelException(
              "the input passes through " + before.get().getClass().getSimpleName(),
              "Use a network without preprocessors");
        }
        chain.add(i, unfrozen(source), i == count - 1);
      } catch (UnsupportedDl4jModelException e) {
        throw e.in(i, source);
      } catch (IllegalArgumentException e) {
        throw new UnsupportedDl4jModelException(
                String.valueOf(e.getMessage()), "Use a smaller layer")
            .in(i, source);
      }
    }
    return chain;
  }

  /** Returns the layers with parameters or an effect, in order. */
  List<Translation> translations() {
    return translations;
  }

  /** Returns the ignored layers. */
  List<String> trainingOnly() {
    return trainingOnly;
  }

  private void add(int index, org.deeplearning4j.nn.conf.layers.Layer source, boolean last) {
    String name = source.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "_" + index;
    if (source instanceof DropoutLayer || source instanceof MaskLayer) {
      trainingOnly.add("%d (%s)".formatted(index, source.getClass().getSimpleName()));
    } else if (source instanceof ActivationLayer activation) {
      activate(Dl4jLayers.activation(activation.getActivationFn()));
    } else if (source instanceof LossLayer loss) {
      activate(Dl4jLayers.activation(loss.getActivationFn()));
    } else if (source instanceof EmbeddingSequenceLayer embedding) {
      // In Deeplearning4j index 0 is a token like any other; only mask arrays exclude timesteps.
      add(
          index,
          source,
          new Embedding(name, Dl4jLayers.inputs(embedding), Dl4jLayers.outputs(embedding), false));
    } else if (source instanceof org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional both) {
      add(index, source, Dl4jLayers.bidirectional(name, both));
    } else if (source instanceof GlobalPoolingLayer pooling) {
      add(index, source, Dl4jLayers.pooling(name, pooling));
    } else if (source instanceof RnnOutputLayer output) {
      takeLastStep();
      add(index, source, Dl4jLayers.dense(name, output));
    } else if (source instanceof RnnLossLayer) {
      throw new UnsupportedDl4jModelException("the layer is not supported", Dl4jLayers.SUPPORTED);
    } else if (source instanceof OutputLayer output && last) {
      add(index, source, Dl4jLayers.dense(name, output));
    } else if (source instanceof DenseLayer dense) {
      add(index, source, Dl4jLayers.dense(name, dense));
    } else {
      add(index, source, Dl4jLayers.recurrent(name, source));
    }
  }

  private void add(int index, org.deeplearning4j.nn.conf.layers.Layer source, Layer layer) {
    translations.add(new Translation(index, source, layer));
  }

  private static org.deeplearning4j.nn.conf.layers.Layer unfrozen(
      org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return frozen.getLayer();
    }
    return layer instanceof FrozenLayerWithBackprop frozen ? frozen.getUnderlying() : layer;
  }

  /** Gives an activation to the preceding dense layer, which must have none. */
  private void activate(Dense.Activation activation) {
    if (activation == Dense.Activation.LINEAR) {
      return;
    }
    Optional<Translation> before = before();
    if (before.isEmpty()
        || !(before.get().layer() instanceof Dense dense)
        || dense.activation() != Dense.Activation.LINEAR) {
      throw new UnsupportedDl4jModelException(
          "an activation must follow a DenseLayer with the activation identity",
          "Use the activation of the layer itself");
    }
    replace(before.get(), new Dense(dense.name(), dense.units(), activation));
  }

  /** The answer of a text is the output at its last timestep. */
  private void takeLastStep() {
    Optional<Translation> before = before();
    Layer layer = before.map(Translation::layer).orElse(null);
    if (layer instanceof Recurrent recurrent && recurrent.returnSequences()) {
      replace(before.orElseThrow(), lastStep(recurrent));
      return;
    }
    throw new UnsupportedDl4jModelException(
        layer instanceof Bidirectional
            ? "at the last timestep, the backward direction has seen the last token only"
            : "the layer must follow an LSTM or SimpleRnn",
        "Use LastTimeStep inside Bidirectional or GlobalPoolingLayer, and OutputLayer");
  }

  private static Recurrent lastStep(Recurrent recurrent) {
    return recurrent instanceof Lstm
        ? new Lstm(recurrent.name(), recurrent.units(), false)
        : new SimpleRnn(recurrent.name(), recurrent.units(), false);
  }

  private Optional<Translation> before() {
    return translations.isEmpty()
        ? Optional.empty()
        : Optional.of(translations.get(translations.size() - 1));
  }

  private void replace(Translation before, Layer layer) {
    translations.set(
        translations.size() - 1, new Translation(before.index(), before.source(), layer));
  }
}
