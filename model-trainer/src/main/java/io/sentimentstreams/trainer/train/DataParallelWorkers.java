package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.batch.Batches;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.layer.Activations;
import io.sentimentstreams.trainer.train.layer.DropoutMasks;
import io.sentimentstreams.trainer.train.loss.ClassLoss;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.loss.LossSum;
import io.sentimentstreams.trainer.train.loss.LossWeights;
import io.sentimentstreams.trainer.train.math.MatrixProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that share each batch, each with its own replica and gradients. Gradients are summed in
 * the order of the workers, so the same seed and number of workers produce the same weights.
 */
final class DataParallelWorkers implements AutoCloseable {

  private final List<Worker> workers = new ArrayList<>();
  private final ExecutorService threads;
  private final RandomStreams streams;
  private final ClassLoss classLoss;

  /** State of one thread. */
  private record Worker(Replica replica, DropoutMasks masks, Activations gradients) {}

  DataParallelWorkers(ParameterLayout layout, TrainingSettings settings, LossWeights weights) {
    MatrixProduct.useCallingThreadOnly();
    streams = new RandomStreams(settings.seed());
    classLoss = settings.objective().loss();
    for (int i = 0; i < settings.workers(); i++) {
      DropoutMasks masks = new DropoutMasks();
      Replica replica = new Replica(layout, settings.dropout(), weights, masks);
      workers.add(new Worker(replica, masks, new Activations().resize(1, layout.size())));
    }
    threads = Executors.newFixedThreadPool(settings.workers());
  }

  /** Seeds the dropout of an epoch, which makes it independent of earlier epochs. */
  void beginEpoch(int epoch) {
    for (int i = 0; i < workers.size(); i++) {
      workers.get(i).masks().restart(streams.dropout(epoch, i));
    }
  }

  /**
   * Computes the gradient of a batch's mean loss.
   *
   * @param gradients receives the gradient
   * @param loss receives the loss and the correct decisions
   */
  void gradient(List<Example> batch, float[] parameters, float[] gradients, LossSum loss) {
    float scale = 1f / batch.size();
    List<List<Example>> parts = Batches.distribute(batch, workers.size());
    List<Callable<LossSum>> tasks = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get(i);
      List<Example> part = parts.get(i);
      tasks.add(
          () -> {
            float[] workerGradients = worker.gradients().values();
            Arrays.fill(workerGradients, 0);
            LossSum sum = new LossSum(classLoss);
            if (!part.isEmpty()) {
              worker.replica().train(part, parameters, scale, workerGradients, sum);
            }
            return sum;
          });
    }
    runAll(tasks).forEach(loss::add);
    Arrays.fill(gradients, 0);
    for (Worker worker : workers) {
      float[] workerGradients = worker.gradients().values();
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] += workerGradients[i];
      }
    }
  }

  /** Evaluates a network without dropout. */
  LossAndAccuracy evaluate(List<Example> examples, int batchSize, float[] parameters) {
    List<List<Example>> batches = Batches.byLength(examples, batchSize);
    List<Callable<LossSum>> tasks = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      int first = i;
      tasks.add(
          () -> {
            LossSum sum = new LossSum(classLoss);
            for (int batch = first; batch < batches.size(); batch += workers.size()) {
              workers.get(first).replica().evaluate(batches.get(batch), parameters, sum);
            }
            return sum;
          });
    }
    LossSum loss = new LossSum(classLoss);
    runAll(tasks).forEach(loss::add);
    return loss.mean();
  }

  private List<LossSum> runAll(List<Callable<LossSum>> tasks) {
    try {
      List<LossSum> results = new ArrayList<>();
      for (Future<LossSum> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("training was interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
