package io.sentimentstreams.system.faults;

import java.util.concurrent.Executor;

/**
 * An executor that starts a daemon thread for each task.
 *
 * @param name name of the threads
 */
record OwnThread(String name) implements Executor {

  @Override
  public void execute(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
