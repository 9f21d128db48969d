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

/**
 * Trains a linear model that is hard to beat on reviews: its inputs are the words and n-grams that
 * a text holds, each scaled by its {@linkplain LogCountRatio naive Bayes log-count ratio} (NB-SVM;
 * Wang and Manning, ACL 2012), and logistic regression stands in place of the support vector
 * machine, so that scores are probabilities. The same texts give the same model.
 *
 * <p>liblinear (Fan et al., 2008) finds the weights; what it would print is switched off for the
 * whole process.
 */
public final class LinearTrainer {

  /** In how many reviews a word or n-gram must be; those of one review only say nothing. */
  private static final int MIN_TEXTS = 2;

  /** At which violation of the optimum's conditions the solver stops. */
  private static final double TOLERANCE = 1e-3;

  private final LinearSettings settings;

  public LinearTrainer(LinearSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains a model.
   *
   * @param texts at least one positive and one negative
   * @throws IllegalArgumentException if they are of one kind only
   */
  public LinearModel train(List<LabelledText> texts) {
    boolean[] positive = new boolean[texts.size()];
    int positives = 0;
    for (int i = 0; i < positive.length; i++) {
      positive[i] = texts.get(i).positive();
      positives += positive[i] ? 1 : 0;
    }
    if (positives == 0 || positives == positive.length) {
      throw new IllegalArgumentException(
          "a linear model needs positive and negative reviews, had %d and %d"
              .formatted(positives, positive.length - positives));
    }
    List<String> contents = texts.stream().map(LabelledText::text).toList();
    NgramIndex index = new NgramCounter(settings.ngrams(), MIN_TEXTS).index(contents);
    int[][] features = contents.stream().map(index::features).toArray(int[][]::new);
    double[] ratios = LogCountRatio.of(features, positive, index.size());
    return model(index, ratios, solve(features, positive, ratios));
  }

  /** The weights of the scaled features, and the bias behind them. */
  private double[] solve(int[][] features, boolean[] positive, double[] ratios) {
    Problem problem = new Problem();
    problem.l = features.length;
    problem.n = ratios.length + 1;
    problem.bias = -1; // None of liblinear's own: the last feature is the bias.
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
   * The texts as liblinear takes them, numbered from 1 on. A feature has the same value wherever it
   * is, so all texts share its node; the last one is the bias, which every text has.
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
