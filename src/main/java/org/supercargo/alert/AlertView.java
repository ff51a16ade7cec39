package org.supercargo.alert;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is shown. Times are UTC.
 *
 * @param days the stage of what ends soon, else 0
 * @param accounts the living ones, by number; none where the application itself is refused
 * @param shipment what it is about, where it is about one
 * @param endsAt when the tokens end or ended
 * @param why what the carrier said, when it said something
 */
public record AlertView(
    long id,
    AlertKind kind,
    int days,
    String carrier,
    List<AlertedAccount> accounts,
    @Nullable Long shipment,
    @Nullable Instant endsAt,
    @Nullable String why,
    Instant raisedAt,
    @Nullable Instant closedAt,
    @Nullable Closing closedHow,
    @Nullable String closedBy,
    MailSummary mail)
    implements Serializable {
  public boolean isOpen() {
    return closedAt == null;
  }
}
