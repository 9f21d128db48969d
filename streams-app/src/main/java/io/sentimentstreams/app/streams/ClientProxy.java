package io.sentimentstreams.app.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
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

  /** A call of a client's method. */
  static final class Call {

    private final Object client;
    private final Method method;
    private final @Nullable Object @Nullable [] arguments;

    private Call(Object client, Method method, @Nullable Object @Nullable [] arguments) {
      this.client = client;
      this.method = method;
      this.arguments = arguments;
    }

    /** Returns the name of the method. */
    String name() {
      return method.getName();
    }

    /**
     * Returns an argument.
     *
     * @param index counted from 0
     * @throws NullPointerException if the argument is missing or null
     */
    Object argument(int index) {
      return Objects.requireNonNull(argumentOrNull(index));
    }

    /** Returns an argument, or null if it is missing or null. */
    @Nullable Object argumentOrNull(int index) {
      return arguments == null || index >= arguments.length ? null : arguments[index];
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
