package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * What people have to be told. Whatever raises or closes joins the caller's transaction, so that a
 * deed and its alert live or die together. Raising the same again does nothing.
 */
@ApplicationScoped
public class Alerts {
  @Inject private Raising raising;
  @Inject private AlertDesk desk;
  @Inject private AlertList list;
  @Inject private Recipients recipients;
  @Inject private Settings settings;

  /**
   * Raises one alert for each of these grants, in their present generation, and closes those that
   * it says more than. The caller holds the grants' rows. Answers how many are new.
   *
   * @param days the stage of what ends soon, else 0
   */
  public int raise(List<Long> grants, AlertKind kind, int days) {
    return raising.raise(grants, kind, days, null);
  }

  /** As the other, of one grant. */
  public void raise(long grant, AlertKind kind, @Nullable String why) {
    raising.raise(List.of(grant), kind, 0, why);
  }

  /**
   * For whoever runs this application.
   *
   * @param since tells this refusal from an earlier one, UTC
   */
  public void applicationRefused(String carrier, Instant since, String why) {
    raising.applicationRefused(carrier, since, why);
  }

  public void applicationAccepted(String carrier) {
    raising.applicationAccepted(carrier);
  }

  /**
   * Raises an alert about one shipment, once.
   *
   * @param kind one that is of a shipment
   */
  public void ofShipment(AlertKind kind, String carrier, long account, long shipment, String why) {
    raising.ofShipment(kind, carrier, account, shipment, why);
  }

  /** It is known after all what became of that shipment. */
  public void foundOut(long shipment) {
    raising.foundOut(shipment);
  }

  /** Its tokens are new: nothing ends. Whether calls are accepted is another question. */
  public void renewed(long grant) {
    raising.close(
        grant,
        List.of(AlertKind.ENDS_SOON, AlertKind.EXPIRED, AlertKind.NEEDS_CONSENT),
        Closing.RENEWED);
  }

  /** The carrier accepts calls again. */
  public void accepted(long grant) {
    raising.close(grant, List.of(AlertKind.NEEDS_ATTENTION), Closing.ACCEPTED);
  }

  /** A person has consented again, or the grant is deleted. */
  public void over(long grant, Closing how) {
    raising.close(grant, List.of(AlertKind.values()), how);
  }

  /** How many are open; counts no further than {@code most}. */
  public int open(int most) {
    return list.open(most);
  }

  /** Whether there is a mail server to send e-mails by. */
  public boolean areMailed() {
    return settings.get(Keys.MAIL_HOST).isPresent();
  }

  /** Newest first. */
  public List<AlertView> list(boolean openOnly, int first, int most) {
    return list.list(openOnly, first, most);
  }

  public long count(boolean openOnly) {
    return list.count(openOnly);
  }

  /** A person has seen to it; its waiting e-mails are not sent. False when it was over already. */
  public boolean done(long alert, Actor who) {
    return desk.done(alert, who);
  }

  /** Who is told about this account instead of the recipients for all; empty when nobody is. */
  public List<String> recipients(long account) {
    return recipients.own(account);
  }

  /**
   * Answers the first that is no e-mail address, with nothing changed; empty when all are kept.
   *
   * @param subject the account's name for the audit trail
   * @param addresses separated by commas, semicolons or white space; none for the recipients for
   *     all
   */
  public Optional<String> tell(long account, String subject, String addresses, Actor who) {
    return recipients.keep(account, subject, addresses, who);
  }
}
