package io.sentimentstreams.app.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Wraps a Kafka client, so that some of its calls do more. The other calls pass through. */
final class ClientProxy {

  private ClientProxy() {}

  /** Handles the calls of a client. */
  @FunctionalInterface
  interface Interceptor {

    /** Returns the result of a call, in most cases that of {@link Call#proceed}. */
    @Nullable Object intercept(Call call) throws Throwable;
  }

  /**
   * A call of a client's method.
   *
   * @param client the wrapped client
   */
  record Call(Object client, Method method, @Nullable Object @Nullable [] arguments) {

    /** Returns the name of the method. */
    String name() {
      return method.getName();
    }

    /** Returns an argument, counted from 0. */
    @Nullable Object argument(int index) {
      if (arguments == null || index >= arguments.length) {
        throw new IllegalArgumentException(
            "Method %s has no argument %d.".formatted(method.getName(), index));
      }
      return arguments[index];
    }

    /** Calls the client's method and throws what it throws. */
    @Nullable Object proceed() throws Throwable {
      try {
        return method.invoke(client, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }
  }

  /**
   * Returns a client whose calls an interceptor handles.
   *
   * @param type the client's interface
   */
  static <T> T of(Class<T> type, T client, Interceptor interceptor) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                interceptor.intercept(new Call(client, method, arguments))));
  }
}
