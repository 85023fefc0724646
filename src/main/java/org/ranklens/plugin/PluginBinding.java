package org.ranklens.plugin;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * An interface of ours, resolved against a type of a library: makes objects of the library wear it.
 */
public final class PluginBinding<T> {

  private final PluginLoader loader;
  private final Class<T> ours;
  private final Map<Method, Method> methods;

  PluginBinding(PluginLoader loader, Class<T> ours, Map<Method, Method> methods) {
    this.loader = loader;
    this.ours = ours;
    this.methods = Map.copyOf(methods);
  }

  /** Returns the static methods of the library's type, as an object of ours. */
  public T statics() {
    return to(null);
  }

  /**
   * Returns an object of the library as one of ours.
   *
   * @param theirs the object; null for static methods alone
   */
  public T to(Object theirs) {
    return ours.cast(
        Proxy.newProxyInstance(
            ours.getClassLoader(),
            new Class<?>[] {ours},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? asObject(proxy, method, arguments, theirs)
                    : methods.containsKey(method)
                        ? call(methods.get(method), theirs, arguments)
                        : null));
  }

  private Object asObject(Object proxy, Method method, Object[] arguments, Object theirs) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default ->
          ours.getSimpleName()
              + " of "
              + (theirs == null ? loader.where() : theirs.getClass().getName());
    };
  }

  private Object call(Method method, Object theirs, Object[] arguments) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Theirs looks up services, such as XML parsers, by the thread's class loader.
    thread.setContextClassLoader(loader.classes());
    try {
      return method.invoke(theirs, arguments);
    } catch (InvocationTargetException e) {
      throw translate(e.getCause());
    } catch (LinkageError e) {
      throw translate(e);
    } catch (IllegalAccessException e) {
      throw loader.unusable(method + " may not be called", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns as an IOException what is one or is checked; throws what is a bug or the JVM's end. */
  private IOException translate(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof LinkageError) {
      return loader.unusable("a part of it is missing (" + cause + ")", cause);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    String message = cause.getMessage();
    return new IOException(message == null ? cause.getClass().getSimpleName() : message, cause);
  }
}
