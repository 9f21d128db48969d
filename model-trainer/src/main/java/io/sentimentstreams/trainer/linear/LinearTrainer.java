package io.sentimentstreams.trainer.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.sentimentstreams.trainer.data.LabelledText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trainer of a strong linear baseline for texts. Its features are words and n-grams, scaled by
 * their {@linkplain LogCountRatio naive Bayes log-count ratio} (NB-SVM; Wang and Manning, ACL
 * 2012). Logistic regression replaces the support vector machine, so that scores are probabilities.
 * Training is deterministic.
 *
 * <p>liblinear (Fan et al., 2008) computes the weights; its console output is disabled for the
 * whole process.
 */
public final class LinearTrainer {

  /** Minimum number of reviews with a word or n-gram. */
  private static final int MIN_TEXTS = 2;

  /** Stopping tolerance of the solver. */
  private static final double TOLERANCE = 1e-3;

  private final LinearSettings settings;

  public LinearTrainer(LinearSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains a model.
   *
   * @param texts at least one positive and one negative
   * @throws IllegalArgumentException if all texts have the same label
   */
  public LinearModel train(List<LabelledText> texts) {
    int positives = count(texts, 1);
    if (positives == 0 || positives == texts.size()) {
      throw new IllegalArgumentException(
          "Cannot train a linear model on %d positive and %d negative reviews. Provide both labels."
              .formatted(positives, texts.size() - positives));
    }
    NgramIndex index = index(texts);
    return model(index, features(index, texts), texts, 1);
  }

  /**
   * Trains a classifier, with one model per label if there are more than two.
   *
   * @param texts at least one of each of two labels
   * @param labels number of labels; a label without a text gets a small probability
   * @throws IllegalArgumentException if all texts have the same label
   */
  public LinearClassifier trainClasses(List<LabelledText> texts, int labels) {
    if (texts.stream().map(LabelledText::label).distinct().limit(2).count() < 2) {
      throw new IllegalArgumentException(
          "Cannot train a linear model on one label. Provide reviews with two labels at least.");
    }
    NgramIndex index = index(texts);
    int[][] features = features(index, texts);
    return new LinearClassifier(
        index,
        IntStream.range(labels == 2 ? 1 : 0, labels)
            .mapToObj(label -> model(index, features, texts, label))
            .toList());
  }

  private NgramIndex index(List<LabelledText> texts) {
    return new NgramCounter(settings.ngrams(), MIN_TEXTS)
        .index(texts.stream().map(LabelledText::text).toList());
  }

  private static int[][] features(NgramIndex index, List<LabelledText> texts) {
    return texts.stream().map(text -> index.features(text.text())).toArray(int[][]::new);
  }

  private static int count(List<LabelledText> texts, int label) {
    return (int) texts.stream().filter(text -> text.label() == label).count();
  }

  /** Returns the model of a label against the rest. */
  private LinearModel model(
      NgramIndex index, int[][] features, List<LabelledText> texts, int label) {
    if (count(texts, label) == 0) {
      return new LinearModel(index, new double[index.size()], -Math.log1p(texts.size()));
    }
    boolean[] positive = new boolean[texts.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = texts.get(i).label() == label;
    }
    double[] ratios = LogCountRatio.of(features, positive, index.size());
    return model(index, ratios, solve(features, positive, ratios));
  }

  /** Returns the weights of the scaled features, followed by the bias. */
  private double[] solve(int[][] features, boolean[] positive, double[] ratios) {
    Problem problem = new Problem();
    problem.l = features.length;
    problem.n = ratios.length + 1;
    problem.bias = -1; // The last feature replaces liblinear's bias.
    problem.x = scaled(features, ratios);
    problem.y = new double[features.length];
    for (int i = 0; i < positive.length; i++) {
      problem.y[i] = positive[i] ? 1 : -1;
    }
    Linear.disableDebugOutput();
    Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, settings.cost(), TOLERANCE);
    Model solution = Linear.train(problem, parameter);
    double[] weights = solution.getFeatureWeights();
    return solution.getLabels()[0] == 1
        ? weights
        : Arrays.stream(weights).map(weight -> -weight).toArray();
  }

  /**
   * Converts texts to liblinear's format, with features numbered from 1. All texts share the node
   * of a feature, because its value is constant. The last feature is the bias.
   */
  private static Feature[][] scaled(int[][] features, double[] ratios) {
    Feature[] nodes = new Feature[ratios.length + 1];
    for (int feature = 0; feature < ratios.length; feature++) {
      nodes[feature] = new FeatureNode(feature + 1, ratios[feature]);
    }
    nodes[ratios.length] = new FeatureNode(ratios.length + 1, 1);
    Feature[][] scaled = new Feature[features.length][];
    for (int text = 0; text < features.length; text++) {
      int count = features[text].length;
      scaled[text] = new Feature[count + 1];
      for (int i = 0; i < count; i++) {
        scaled[text][i] = nodes[features[text][i]];
      }
      scaled[text][count] = nodes[ratios.length];
    }
    return scaled;
  }

  private static LinearModel model(NgramIndex index, double[] ratios, double[] solution) {
    double[] weights = new double[ratios.length];
    for (int feature = 0; feature < ratios.length; feature++) {
      weights[feature] = solution[feature] * ratios[feature];
    }
    return new LinearModel(index, weights, solution[ratios.length]);
  }
}
