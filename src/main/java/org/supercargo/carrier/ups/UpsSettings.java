package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.supercargo.carrier.Secret;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/** The settings of the UPS connection. */
@ApplicationScoped
class UpsSettings {
  @Inject Settings settings;

  /** Scheme and host, without a slash at the end. */
  URI base() {
    return URI.create(settings.get(Keys.UPS_BASE_URL).toString().replaceAll("/+$", ""));
  }

  String clientId() {
    return settings.get(Keys.UPS_CLIENT_ID);
  }

  Secret clientSecret() {
    return Secret.of(settings.get(Keys.UPS_CLIENT_SECRET));
  }

  /** The callback exactly as registered at UPS, which compares it letter by letter. */
  String redirectUri() {
    return settings.get(Keys.UPS_REDIRECT_URI).toString();
  }

  boolean startsAtValidateClient() {
    return settings.get(Keys.UPS_START).equals("validate-client");
  }

  boolean usesProofKey() {
    return settings.get(Keys.UPS_PROOF_KEY);
  }

  Duration connectTimeout() {
    return settings.get(Keys.UPS_CONNECT_TIMEOUT);
  }

  /** From the request's departure to the last byte of the answer. */
  Duration longestCall() {
    return connectTimeout().plus(settings.get(Keys.UPS_READ_TIMEOUT));
  }

  /** The same for one of the APIs. */
  Duration longest(UpsOperation operation) {
    return connectTimeout().plus(settings.get(operation.readTimeout()));
  }

  boolean keepsPersonalData() {
    return settings.get(Keys.UPS_WIRE_PERSONAL_DATA);
  }

  String transactionSource() {
    return settings.get(Keys.UPS_TRANSACTION_SOURCE);
  }

  Duration inactivityLife() {
    return Duration.ofDays(settings.get(Keys.UPS_INACTIVITY_DAYS));
  }

  /** What keeps UPS from being asked; empty when all is well. */
  Optional<String> problem() {
    try {
      base();
      clientId();
      clientSecret();
      redirectUri();
      return Optional.empty();
    } catch (WrongSetting wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }
}
