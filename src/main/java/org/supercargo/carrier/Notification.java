package org.supercargo.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that the carrier sends by itself.
 *
 * @param emails one to five, at most 50 characters each
 * @param memo a word of the shipper's, at most 150 characters
 */
public record Notification(Event event, List<String> emails, @Nullable String memo) {
  /** What it tells of. */
  public enum Event {
    SHIPPED,
    EXCEPTION,
    DELIVERED
  }

  public Notification {
    emails = List.copyOf(emails);
  }
}
