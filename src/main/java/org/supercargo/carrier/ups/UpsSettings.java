package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.supercargo.carrier.Secret;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/** The settings of the UPS connection, checked. */
@ApplicationScoped
class UpsSettings {
  private static final String BASE_URL = "supercargo.ups.base-url";
  private static final String SOURCE = "supercargo.ups.transaction-source";
  private static final String REDIRECT_URI = "supercargo.ups.redirect-uri";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject Settings settings;

  /** Scheme and host, without a slash at the end. */
  URI base() {
    URI base = settings.address(BASE_URL);
    String text = base.toString().replaceAll("/+$", "");
    // UPS answers 404 to OAuth calls below /api; every path of ours brings its own.
    if (text.endsWith("/api") || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new WrongSetting(BASE_URL, "must be the host alone, such as https://wwwcie.ups.com");
    }
    // The client secret and every token travel to this address.
    if (!base.getScheme().equals("https") && !THIS_MACHINE.contains(base.getHost())) {
      throw new WrongSetting(BASE_URL, "must be https, except on this machine");
    }
    return URI.create(text);
  }

  String clientId() {
    return settings.text("supercargo.ups.client-id");
  }

  Secret clientSecret() {
    return Secret.of(settings.text("supercargo.ups.client-secret"));
  }

  /** The callback exactly as registered at UPS, which compares it letter by letter. */
  String redirectUri() {
    settings.address(REDIRECT_URI);
    return settings.text(REDIRECT_URI);
  }

  boolean startsAtValidateClient() {
    return switch (settings.text("supercargo.ups.start")) {
      case "authorize" -> false;
      case "validate-client" -> true;
      default ->
          throw new WrongSetting("supercargo.ups.start", "must be authorize or validate-client");
    };
  }

  boolean usesProofKey() {
    return settings.flag("supercargo.ups.proof-key");
  }

  Duration connectTimeout() {
    return positive("supercargo.ups.connect-timeout");
  }

  Duration readTimeout() {
    return positive("supercargo.ups.read-timeout");
  }

  String transactionSource() {
    String source = settings.text(SOURCE);
    if (!source.matches("[\\x20-\\x7e]{1,512}")) {
      throw new WrongSetting(SOURCE, "must be 1 to 512 plain ASCII characters");
    }
    return source;
  }

  Duration inactivityLife() {
    return Duration.ofDays(settings.number("supercargo.ups.inactivity-days", 1, 3650));
  }

  /**
   * A wrong value stops the deployment. What UPS gives out may still be missing: an administrator
   * needs the running application to see which redirect address to register there.
   */
  void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    base();
    startsAtValidateClient();
    usesProofKey();
    connectTimeout();
    readTimeout();
    transactionSource();
    inactivityLife();
    if (settings.optionalText(REDIRECT_URI).isPresent()) {
      redirectUri();
    }
  }

  /** What keeps UPS from being asked; empty when all is well. */
  Optional<String> problem() {
    try {
      clientId();
      clientSecret();
      redirectUri();
      return Optional.empty();
    } catch (WrongSetting wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  private Duration positive(String key) {
    Duration duration = settings.duration(key);
    if (duration.isNegative()
        || duration.isZero()
        || duration.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new WrongSetting(key, "must be more than nothing and at most PT5M");
    }
    return duration;
  }
}
