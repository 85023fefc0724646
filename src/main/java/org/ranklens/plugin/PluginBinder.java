package org.ranklens.plugin;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds interfaces of ours, in JDK types, to the public types of a library that was absent when we
 * were compiled. First every interface is resolved, then {@link #check} lists in one message all
 * that the library lacks.
 *
 * <p>A method of ours stands for the public one of theirs with the same name and parameter types; a
 * parameter or result declared {@code Object} stands for any reference type of theirs. Every method
 * of ours declares {@link IOException}: theirs may fail in ways that its signature hides. A default
 * method of ours returns nothing, and does nothing where theirs is lacking.
 */
public final class PluginBinder {

  private final PluginLoader loader;
  private final List<String> missing = new ArrayList<>();

  public PluginBinder(PluginLoader loader) {
    this.loader = loader;
  }

  /**
   * Resolves the methods of an interface of ours.
   *
   * @param theirs the full name of the library's public type, best its interface, not the class
   */
  public <T> PluginBinding<T> resolve(Class<T> ours, String theirs) {
    Map<Method, Method> methods = new HashMap<>();
    Optional<Class<?>> type = load(theirs);
    for (Method wanted : ours.getMethods()) {
      if (!List.of(wanted.getExceptionTypes()).contains(IOException.class)) {
        throw new IllegalArgumentException(wanted + " must declare IOException");
      }
      if (type.isPresent()) {
        Optional<Method> found = find(wanted, type.get());
        found.ifPresentOrElse(
            method -> methods.put(wanted, method), () -> lacks(type.get(), wanted));
      }
    }
    return new PluginBinding<>(loader, ours, methods);
  }

  private void lacks(Class<?> type, Method wanted) {
    if (!wanted.isDefault()) {
      missing.add(type.getSimpleName() + "." + describe(wanted));
    }
  }

  /** Makes an object of a public class of theirs by its constructor without parameters. */
  public Object create(String theirs) throws IOException {
    try {
      return Class.forName(theirs, true, loader.classes()).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw loader.unusable(theirs + " fails: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw loader.unusable(theirs + " is missing or broken", e);
    }
  }

  /** Returns the value of a public static field of theirs. */
  public Object constant(String theirs, String field) throws IOException {
    try {
      return Class.forName(theirs, true, loader.classes()).getField(field).get(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw loader.unusable(theirs + "." + field + " is missing", e);
    }
  }

  /**
   * Checks that everything was resolved.
   *
   * @throws PluginException whose message lists all that is missing
   */
  public void check() throws PluginException {
    if (!missing.isEmpty()) {
      String version = loader.version().map(v -> "its version " + v).orElse("it");
      throw loader.unusable(version + " lacks " + String.join(", ", missing), null);
    }
  }

  private Optional<Class<?>> load(String theirs) {
    try {
      return Optional.of(Class.forName(theirs, false, loader.classes()));
    } catch (ClassNotFoundException | LinkageError e) {
      missing.add(theirs);
      return Optional.empty();
    }
  }

  private static Optional<Method> find(Method wanted, Class<?> type) {
    Method best = null;
    for (Method method : type.getMethods()) {
      boolean better = best == null || best.isBridge() || !method.isBridge();
      if (fits(wanted, method) && better) {
        best = method;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean fits(Method wanted, Method method) {
    if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())
        || !method.getName().equals(wanted.getName())
        || method.getParameterCount() != wanted.getParameterCount()) {
      return false;
    }
    for (int i = 0; i < wanted.getParameterCount(); i++) {
      if (!stands(wanted.getParameterTypes()[i], method.getParameterTypes()[i])) {
        return false;
      }
    }
    Class<?> result = wanted.getReturnType();
    return result == void.class
        || stands(result, method.getReturnType())
        || result.isAssignableFrom(method.getReturnType());
  }

  private static boolean stands(Class<?> ours, Class<?> theirs) {
    return ours == theirs || (ours == Object.class && !theirs.isPrimitive());
  }

  private static String describe(Method method) {
    List<String> parameters = new ArrayList<>();
    for (Class<?> parameter : method.getParameterTypes()) {
      parameters.add(parameter.getSimpleName());
    }
    return method.getName() + "(" + String.join(", ", parameters) + ")";
  }
}
