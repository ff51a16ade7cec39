package org.supercargo.simulator.state;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the next calls of an operation meet instead of, or besides, the real work. After work: all
 * was done, and then this is said.
 */
public record PreparedAnswer(
    String operation,
    int times,
    long delayMillis,
    long delayAfterMillis,
    Optional<Integer> status,
    Map<String, String> headers,
    Optional<String> body,
    Optional<Cut> cut,
    boolean afterWork) {

  /**
   * Where the connection breaks: before UPS did anything, or when all is done and only the answer
   * is lost.
   */
  public enum Cut {
    BEFORE,
    AFTER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean replacesTheWork() {
    return status.isPresent() || body.isPresent() || !headers.isEmpty();
  }

  PreparedAnswer left(int fewer) {
    return new PreparedAnswer(
        operation, fewer, delayMillis, delayAfterMillis, status, headers, body, cut, afterWork);
  }
}
