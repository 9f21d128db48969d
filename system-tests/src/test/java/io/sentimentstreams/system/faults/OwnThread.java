package io.sentimentstreams.system.faults;

import java.util.concurrent.Executor;

/**
 * Gives each task a thread that does not keep the process alive.
 *
 * @param name of the threads
 */
record OwnThread(String name) implements Executor {

  @Override
  public void execute(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
