package org.supercargo.simulator.http;

/** An operation that is found by one route. */
public interface Routed extends Operation {
  Route route();

  @Override
  default String name() {
    return route().name();
  }

  @Override
  default boolean allows(String method) {
    return method.equals(route().method());
  }

  @Override
  default boolean isAt(String path) {
    return route().isAt(path);
  }
}
