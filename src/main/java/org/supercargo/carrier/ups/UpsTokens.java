package org.supercargo.carrier.ups;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/**
 * Reads tokens out of UPS's answer. Ends of life are counted from the moment our request left, by
 * our clock: UPS can't have issued the tokens earlier, so a token is never taken for alive when it
 * is dead, and it is buried early by the length of the call at most, however wrong either clock is.
 * UPS's own {@code issued_at} is for showing only, and not even that when it is a day off.
 */
final class UpsTokens {
  private static final Duration PLAUSIBLE = Duration.ofDays(1);

  private UpsTokens() {}

  /**
   * @param inactivityLife how long UPS keeps an unused grant alive, for answers that do not tell
   * @throws Unavailable when something needed is missing; says what
   */
  static TokenSet read(UpsAnswer answer, Duration inactivityLife) {
    UpsJson json = answer.json();
    if (!json.isObject()) {
      throw unreadable("UPS's answer is not the tokens that were asked for.");
    }
    Instant sentAt = answer.sentAt();
    return new TokenSet(
        token(json, "access_token", "access token"),
        token(json, "refresh_token", "refresh token"),
        issuedAt(json, sentAt),
        sentAt.plus(
            seconds(json, "expires_in")
                .orElseThrow(() -> unreadable("UPS's answer lacks the access token's lifetime."))),
        sentAt.plus(seconds(json, "refresh_token_expires_in").orElse(inactivityLife)));
  }

  /** Opaque, but it has to travel in a header or a form. */
  private static Secret token(UpsJson json, String field, String words) {
    return json.text(field)
        .filter(value -> value.matches("[\\x21-\\x7e]+"))
        .map(Secret::of)
        .orElseThrow(() -> unreadable("UPS's answer lacks the " + words + "."));
  }

  private static Optional<Duration> seconds(UpsJson json, String field) {
    return json.text(field)
        .filter(value -> value.matches("\\d{1,10}(\\.0+)?"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value.split("\\.", -1)[0])))
        .filter(life -> !life.isZero());
  }

  private static Instant issuedAt(UpsJson json, Instant sentAt) {
    return json.text("issued_at")
        .filter(value -> value.matches("\\d{1,15}"))
        .map(value -> Instant.ofEpochMilli(Long.parseLong(value)))
        .filter(at -> Duration.between(at, sentAt).abs().compareTo(PLAUSIBLE) < 0)
        .orElse(sentAt);
  }

  /** UPS has done what was asked, so the token that was spent is as good as lost. */
  private static Unavailable unreadable(String words) {
    return Unavailable.answerLost(new CarrierMessage("", words));
  }
}
