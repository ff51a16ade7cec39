package org.supercargo.token;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Custodies;
import org.supercargo.custody.Sealer;
import org.supercargo.setting.Settings;
import org.supercargo.stage.KeySet;
import org.supercargo.token.pace.Pace;
import org.supercargo.token.pace.Permit;

/**
 * One node's vault around grant 17, whose refresh is due, without a server and a database: tells in
 * which order things come to pass, and lets a test put something in the way.
 */
final class OneNode {
  static final long GRANT = 17;
  static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  static final Request REQUEST = new Request(GRANT, 1, 5);
  static final TokenSet FRESH =
      new TokenSet(
          Secret.of("access"),
          Secret.of("refresh"),
          NOW,
          NOW.plusSeconds(3_600),
          NOW.plus(Duration.ofDays(60)));
  static final Held STORED =
      new Held(
          new Credentials(FRESH.accessToken(), FRESH.accessExpiresAt(), 2),
          GrantState.ACTIVE,
          Instant.MAX);

  private final Sealer sealer = Custodies.with(KeySet.make());
  final Seal seal = new Seal(GRANT, sealer.newDataKey(Places.key(GRANT)).key(), sealer);
  final Turn.Mine mine = new Turn.Mine(REQUEST, "UPS", Secret.of("spent"), seal);
  final List<String> events = new ArrayList<>();
  final Map<String, Runnable> onTheWay = new HashMap<>();
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final Settings settings;
  final Journal journal = new Watched();
  final Warm warm = new Warm();
  final Storing storing = new Storing();
  final UnderWay underWay = new UnderWay();
  final Refresher refresher = new Refresher();
  private boolean isStored;

  OneNode(Path folder) {
    Map<String, String> values =
        Map.of(
            "supercargo.vault.journal", folder.toString(),
            "supercargo.vault.cache-size", "10",
            "supercargo.vault.longest-wait", "PT1S");
    settings = new Settings(key -> Optional.ofNullable(values.get(key)));
    journal.settings = settings;
    journal.clock = clock;
    warm.settings = settings;
    warm.clock = clock;
    warm.start();
    storing.journal = journal;
    storing.steps = new Row();
    storing.warm = warm;
    storing.grants = new Rows();
    storing.clock = clock;
    refresher.steps = storing.steps;
    refresher.storing = storing;
    refresher.warm = warm;
    refresher.pace = new Open();
    refresher.settings = settings;
    refresher.clock = clock;
    refresher.underWay = underWay;
    refresher.logins = logins();
    underWay.logins = refresher.logins;
  }

  private void passes(String event) {
    events.add(event);
    onTheWay.getOrDefault(event, () -> {}).run();
  }

  private Turn.Look look() {
    return isStored ? new Turn.Usable(STORED) : new Turn.Due("UPS");
  }

  private final class Row extends RefreshSteps {
    @Override
    Turn.Look look(long id, Wish wish) {
      return OneNode.this.look();
    }

    @Override
    Turn begin(long id, Wish wish, Duration lease) {
      passes("intent");
      return isStored ? OneNode.this.look() : mine;
    }

    @Override
    Optional<Held> store(Request request, TokenSet tokens) {
      passes("store");
      isStored = true;
      return Optional.of(STORED);
    }
  }

  private final class Rows extends Grants {
    @Override
    Optional<Seal> seal(long id) {
      return Optional.of(seal);
    }
  }

  private final class Watched extends Journal {
    @Override
    void write(Request request, byte[] sealed) throws IOException {
      passes("journal");
      super.write(request, sealed);
    }
  }

  private final class Open extends Pace {
    @Override
    public Permit ask(String carrier, boolean background, Duration longestCall) {
      return new Permit.Go(carrier, NOW, true, false);
    }

    @Override
    public void succeeded(Permit.Go go) {
      passes("pace");
    }
  }

  private Instance<CarrierLogin> logins() {
    return fake(Instance.class, Map.of("stream", () -> Stream.of(login())));
  }

  private CarrierLogin login() {
    return fake(
        CarrierLogin.class,
        Map.of(
            "carrier", () -> "UPS",
            "longestCall", () -> Duration.ofSeconds(10),
            "refresh",
                () -> {
                  passes("carrier");
                  return FRESH;
                }));
  }

  @SuppressWarnings("unchecked")
  private static <T> T fake(Class<?> type, Map<String, Supplier<?>> answers) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> answers.get(method.getName()).get());
  }
}
