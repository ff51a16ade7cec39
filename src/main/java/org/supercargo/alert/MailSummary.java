package org.supercargo.alert;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert's e-mails.
 *
 * @param next when the next of those that wait is tried, UTC
 * @param why what the last trial of one that waits had to say
 */
public record MailSummary(long sent, long waiting, @Nullable Instant next, @Nullable String why)
    implements Serializable {
  static final MailSummary NONE = new MailSummary(0, 0, null, null);
}
