package org.supercargo.setting;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every setting there is. What each one means stands in README's table of settings. */
public final class Keys {
  public static final Key<String> DB_CLASS = Key.text("db.class");
  public static final Key<String> DB_URL = Key.text("db.url");
  public static final Key<String> DB_USER = Key.text("db.user");
  public static final Key<String> DB_PASSWORD = Key.text("db.password");

  public static final Key<URI> PUBLIC_URL = Key.address("supercargo.public-url");
  public static final Key<Optional<String>> NODE = Key.optional("supercargo.node");
  public static final Key<Boolean> TIMERS_HERE = Key.flag("supercargo.timers.on-this-node");
  public static final Key<Duration> TIMERS_TICK =
      Key.duration("supercargo.timers.tick", ofSeconds(1), ofHours(1));
  public static final Key<Duration> CLOCK_OFFSET =
      Key.duration("supercargo.clock.offset", ofDays(-3650), ofDays(3650));
  public static final Key<ZoneId> ZONE = Key.zone("supercargo.zone");
  public static final Key<Optional<String>> ADMIN_PASSWORD =
      Key.optional("supercargo.admin.password");
  public static final Key<Optional<String>> TRUSTED_PROXIES =
      Key.optional("supercargo.trusted-proxies");
  public static final Key<Boolean> FORCE_PASSWORD_CHANGE =
      Key.flag("supercargo.people.force-password-change");
  public static final Key<Boolean> DEMO = Key.flag("supercargo.demo");

  public static final Key<Integer> API_REQUESTS =
      Key.number("supercargo.api.requests-per-minute", 1, 100_000);
  public static final Key<Integer> API_LARGEST_BODY =
      Key.number("supercargo.api.largest-body", 1_000, 100_000_000);
  public static final Key<Optional<String>> OIDC_ISSUER =
      Key.optional("supercargo.api.oidc.issuer");
  public static final Key<Optional<String>> OIDC_AUDIENCE =
      Key.optional("supercargo.api.oidc.audience");
  public static final Key<Optional<String>> OIDC_KEYS =
      Key.optional("supercargo.api.oidc.jwks-uri");

  public static final Key<URI> UPS_BASE_URL = Key.server("supercargo.ups.base-url");
  public static final Key<String> UPS_CLIENT_ID = Key.text("supercargo.ups.client-id");
  public static final Key<String> UPS_CLIENT_SECRET = Key.text("supercargo.ups.client-secret");
  public static final Key<URI> UPS_REDIRECT_URI = Key.address("supercargo.ups.redirect-uri");
  public static final Key<String> UPS_START =
      Key.choice("supercargo.ups.start", Set.of("authorize", "validate-client"));
  public static final Key<Boolean> UPS_PROOF_KEY = Key.flag("supercargo.ups.proof-key");
  public static final Key<Duration> UPS_CONNECT_TIMEOUT =
      Key.duration("supercargo.ups.connect-timeout", Duration.ofMillis(100), ofMinutes(2));
  public static final Key<Duration> UPS_READ_TIMEOUT =
      Key.duration("supercargo.ups.read-timeout", Duration.ofMillis(100), ofMinutes(2));
  public static final Key<Duration> UPS_RATE_TIMEOUT =
      Key.duration("supercargo.ups.rate-timeout", Duration.ofMillis(100), ofMinutes(10));
  public static final Key<Duration> UPS_SHIP_TIMEOUT =
      Key.duration("supercargo.ups.ship-timeout", Duration.ofMillis(100), ofMinutes(10));
  public static final Key<Duration> UPS_VOID_TIMEOUT =
      Key.duration("supercargo.ups.void-timeout", Duration.ofMillis(100), ofMinutes(10));
  public static final Key<Duration> UPS_RECOVER_TIMEOUT =
      Key.duration("supercargo.ups.recover-timeout", Duration.ofMillis(100), ofMinutes(10));
  public static final Key<Duration> UPS_TRACK_TIMEOUT =
      Key.duration("supercargo.ups.track-timeout", Duration.ofMillis(100), ofMinutes(10));
  public static final Key<Boolean> UPS_WIRE_PERSONAL_DATA =
      Key.flag("supercargo.ups.wire-personal-data");
  public static final Key<String> UPS_TRANSACTION_SOURCE =
      Key.plain("supercargo.ups.transaction-source", 512);
  public static final Key<Integer> UPS_INACTIVITY_DAYS =
      Key.number("supercargo.ups.inactivity-days", 1, 3650);

  public static final Key<Duration> ATTEMPT_LIFE =
      Key.duration("supercargo.registration.attempt-life", ofSeconds(1), ofHours(24));
  public static final Key<Duration> PENDING_LIFE =
      Key.duration("supercargo.registration.pending-life", ofSeconds(1), ofHours(24));

  public static final Key<Optional<String>> KEYSET = Key.optional("supercargo.sealing.keyset");
  public static final Key<Optional<String>> KEYSET_FILE =
      Key.optional("supercargo.sealing.keyset-file");
  public static final Key<Boolean> MAKE_MISSING_KEYSET =
      Key.flag("supercargo.sealing.make-missing-keyset");

  public static final Key<String> SEALING_PROVIDER =
      Key.choice("supercargo.sealing.provider", Set.of("keyset", "transit"));
  public static final Key<URI> TRANSIT_ADDRESS = Key.server("supercargo.transit.address");
  public static final Key<String> TRANSIT_MOUNT = Key.path("supercargo.transit.mount");
  public static final Key<String> TRANSIT_KEY = Key.path("supercargo.transit.key");
  public static final Key<Optional<String>> TRANSIT_NAMESPACE =
      Key.optional("supercargo.transit.namespace");
  public static final Key<Optional<String>> TRANSIT_TOKEN =
      Key.optional("supercargo.transit.token");
  public static final Key<Optional<String>> TRANSIT_TOKEN_FILE =
      Key.optional("supercargo.transit.token-file");
  public static final Key<Duration> TRANSIT_CONNECT_TIMEOUT =
      Key.duration("supercargo.transit.connect-timeout", Duration.ofMillis(100), ofMinutes(1));
  public static final Key<Duration> TRANSIT_READ_TIMEOUT =
      Key.duration("supercargo.transit.read-timeout", Duration.ofMillis(100), ofMinutes(1));

  public static final Key<String> JOURNAL = Key.text("supercargo.vault.journal");
  public static final Key<Integer> REFRESH_AHEAD_PERCENT =
      Key.number("supercargo.vault.refresh-ahead-percent", 0, 90);
  public static final Key<Duration> LONGEST_WAIT =
      Key.duration("supercargo.vault.longest-wait", Duration.ofMillis(100), ofMinutes(2));
  public static final Key<Integer> VAULT_CACHE =
      Key.number("supercargo.vault.cache-size", 1, 10_000_000);
  public static final Key<Integer> REFRESHES_PER_SECOND =
      Key.number("supercargo.vault.refreshes-per-second", 1, 10_000);
  public static final Key<Integer> REFRESHES_PER_DAY =
      Key.number("supercargo.vault.refreshes-per-day", 0, 1_000_000_000);

  public static final Key<Integer> NIGHTLY_HOUR = Key.number("supercargo.nightly.hour", 0, 23);
  public static final Key<ZoneId> NIGHTLY_ZONE = Key.zone("supercargo.nightly.zone");
  public static final Key<Boolean> NIGHTLY_PERSISTENT = Key.flag("supercargo.nightly.persistent");
  public static final Key<Integer> KEEP_ALIVE_DAYS =
      Key.number("supercargo.nightly.keep-alive-days", 0, 3650);
  public static final Key<Integer> EXPIRING_DAYS =
      Key.number("supercargo.nightly.expiring-days", 1, 3650);
  public static final Key<Integer> BATCH_SIZE =
      Key.number("supercargo.nightly.batch-size", 1, 10_000);
  public static final Key<Integer> NIGHTLY_PARALLEL =
      Key.number("supercargo.nightly.parallel-batches", 1, 8);
  public static final Key<Duration> NIGHTLY_LEASE =
      Key.duration("supercargo.nightly.lease", ofSeconds(1), ofHours(1));

  public static final Key<Integer> PARALLEL_CALLS =
      Key.number("supercargo.shipping.parallel-calls", 2, 10_000);
  public static final Key<Integer> CALLS_IN_ALL =
      Key.number("supercargo.shipping.calls-in-all", 2, 100_000);
  public static final Key<Duration> UNKNOWN_GRACE =
      Key.duration("supercargo.shipping.unknown-grace", ofSeconds(1), ofHours(24));
  public static final Key<Duration> TRACKING_PAUSE =
      Key.duration("supercargo.shipping.tracking-pause", ofMinutes(5), ofHours(24));
  public static final Key<Integer> PARALLEL_ROWS =
      Key.number("supercargo.batch.parallel-rows", 1, 1_000);
  public static final Key<Duration> BATCH_LEASE =
      Key.duration("supercargo.batch.lease", ofSeconds(3), ofHours(1));
  public static final Key<Integer> LABEL_DAYS =
      Key.number("supercargo.shipping.label-days", 1, 3650);
  public static final Key<Integer> BATCH_DAYS =
      Key.number("supercargo.batch.address-days", 1, 3650);
  public static final Key<Integer> ADDRESS_DAYS =
      Key.number("supercargo.shipping.address-days", 0, 3650);
  public static final Key<Integer> WIRE_LOG_DAYS =
      Key.number("supercargo.shipping.wire-log-days", 1, 3650);

  public static final Key<List<Integer>> ALERT_DAYS = Key.days("supercargo.alert.days");
  public static final Key<List<String>> ALERT_RECIPIENTS =
      Key.mailAddresses("supercargo.alert.recipients");
  public static final Key<Optional<String>> MAIL_HOST = Key.optional("supercargo.mail.host");
  public static final Key<Integer> MAIL_PORT = Key.number("supercargo.mail.port", 1, 65_535);
  public static final Key<String> MAIL_SECURITY =
      Key.choice("supercargo.mail.security", Set.of("plain", "starttls", "tls"));
  public static final Key<Optional<String>> MAIL_USER = Key.optional("supercargo.mail.user");
  public static final Key<Optional<String>> MAIL_PASSWORD =
      Key.optional("supercargo.mail.password");
  public static final Key<List<String>> MAIL_FROM = Key.mailAddresses("supercargo.mail.from");
  public static final Key<Duration> MAIL_RETRY_AFTER =
      Key.duration("supercargo.mail.retry-after", ofSeconds(1), ofHours(1));

  private Keys() {}

  static List<Key<?>> all() {
    return List.of(
        DB_CLASS,
        DB_URL,
        DB_USER,
        DB_PASSWORD,
        PUBLIC_URL,
        NODE,
        TIMERS_HERE,
        TIMERS_TICK,
        CLOCK_OFFSET,
        ZONE,
        ADMIN_PASSWORD,
        TRUSTED_PROXIES,
        FORCE_PASSWORD_CHANGE,
        DEMO,
        API_REQUESTS,
        API_LARGEST_BODY,
        OIDC_ISSUER,
        OIDC_AUDIENCE,
        OIDC_KEYS,
        UPS_BASE_URL,
        UPS_CLIENT_ID,
        UPS_CLIENT_SECRET,
        UPS_REDIRECT_URI,
        UPS_START,
        UPS_PROOF_KEY,
        UPS_CONNECT_TIMEOUT,
        UPS_READ_TIMEOUT,
        UPS_RATE_TIMEOUT,
        UPS_SHIP_TIMEOUT,
        UPS_VOID_TIMEOUT,
        UPS_RECOVER_TIMEOUT,
        UPS_TRACK_TIMEOUT,
        UPS_WIRE_PERSONAL_DATA,
        UPS_TRANSACTION_SOURCE,
        UPS_INACTIVITY_DAYS,
        ATTEMPT_LIFE,
        PENDING_LIFE,
        KEYSET,
        KEYSET_FILE,
        MAKE_MISSING_KEYSET,
        SEALING_PROVIDER,
        TRANSIT_ADDRESS,
        TRANSIT_MOUNT,
        TRANSIT_KEY,
        TRANSIT_NAMESPACE,
        TRANSIT_TOKEN,
        TRANSIT_TOKEN_FILE,
        TRANSIT_CONNECT_TIMEOUT,
        TRANSIT_READ_TIMEOUT,
        JOURNAL,
        REFRESH_AHEAD_PERCENT,
        LONGEST_WAIT,
        VAULT_CACHE,
        REFRESHES_PER_SECOND,
        REFRESHES_PER_DAY,
        NIGHTLY_HOUR,
        NIGHTLY_ZONE,
        NIGHTLY_PERSISTENT,
        KEEP_ALIVE_DAYS,
        EXPIRING_DAYS,
        BATCH_SIZE,
        NIGHTLY_PARALLEL,
        NIGHTLY_LEASE,
        PARALLEL_CALLS,
        CALLS_IN_ALL,
        UNKNOWN_GRACE,
        TRACKING_PAUSE,
        PARALLEL_ROWS,
        BATCH_LEASE,
        BATCH_DAYS,
        LABEL_DAYS,
        ADDRESS_DAYS,
        WIRE_LOG_DAYS,
        ALERT_DAYS,
        ALERT_RECIPIENTS,
        MAIL_HOST,
        MAIL_PORT,
        MAIL_SECURITY,
        MAIL_USER,
        MAIL_PASSWORD,
        MAIL_FROM,
        MAIL_RETRY_AFTER);
  }
}
