package io.sentimentstreams.system;

import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints why a test or a class of tests is skipped; registered in {@code META-INF/services}. */
public final class PrintSkippedTests implements TestExecutionListener {

  private Optional<TestPlan> plan = Optional.empty();

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = Optional.of(started);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      print(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  private void print(TestIdentifier test, String reason) {
    String parent =
        plan.flatMap(all -> all.getParent(test))
            .filter(found -> found.getParentId().isPresent())
            .map(found -> found.getDisplayName() + ".")
            .orElse("");
    System.out.println("skipped: " + parent + test.getDisplayName() + ": " + reason);
  }
}
