package org.supercargo.simulator.http;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an operation is found: a method and a path, whose first group may be one of versions. */
public record Route(String name, String method, Pattern path, Set<String> versions) {

  public static Route of(String name, String method, String path) {
    return new Route(name, method, Pattern.compile(path), Set.of());
  }

  public Route in(Set<String> known) {
    return new Route(name, method, path, known);
  }

  /** What stands in a group of the path; empty for a group that took no part. */
  public String part(Request request, int group) {
    Matcher matcher = path.matcher(request.path());
    String part = matcher.matches() ? matcher.group(group) : null;
    return part == null ? "" : part;
  }

  boolean isAt(String address) {
    Matcher matcher = path.matcher(address);
    return matcher.matches() && (versions.isEmpty() || versions.contains(matcher.group(1)));
  }
}
