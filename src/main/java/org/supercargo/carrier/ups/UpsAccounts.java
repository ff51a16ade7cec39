package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierAccounts;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Proof;

/** What UPS knows of account numbers: their form, and who may use one. */
@ApplicationScoped
class UpsAccounts implements CarrierAccounts {
  /** Checked before upper-casing, which turns some foreign letters into ASCII. */
  private static final Pattern NUMBER = Pattern.compile("(?:0000)?([A-Za-z0-9]{6})");

  /** {@code \s} alone leaves the no-break spaces that come with pasted numbers. */
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  @Inject UpsSettings settings;
  @Inject UpsHttp http;

  @Override
  public String carrier() {
    return "UPS";
  }

  /** Six letters and digits; UPS's billing data pads them to ten with zeros. */
  @Override
  public Optional<String> normalised(String typed) {
    Matcher number = NUMBER.matcher(SPACE.matcher(typed).replaceAll(""));
    return number.matches()
        ? Optional.of(number.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public Proof prove(Credentials credentials, AccountClaim claim) {
    try {
      return UpsRate.proof(
          http.send(
              UpsRate.question(settings, credentials, claim), List.of(credentials.accessToken())));
    } catch (Unavailable noAnswer) {
      return new Proof.Unavailable(noAnswer.said(), noAnswer.retryAt().orElse(null));
    }
  }
}
