package org.supercargo.token;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.supercargo.node.Known;
import org.supercargo.node.Round;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * The tokens that this node hands out without asking anybody. A round asks the database every two
 * seconds which of them are still in force; one that was not confirmed for five is not handed out.
 */
@ApplicationScoped
class Warm implements Round {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject Settings settings;
  @Inject Grants grants;
  @Inject Clock clock;
  private final Map<Long, Held> unstored = new ConcurrentHashMap<>();
  private Known<Held> known;

  @PostConstruct
  void start() {
    known = new Known<>(settings.get(Keys.VAULT_CACHE), BOUND, clock);
  }

  Optional<Held> get(long grant) {
    Held mine = unstored.isEmpty() ? null : unstored.get(grant);
    return mine == null ? known.get(grant) : Optional.of(mine);
  }

  /**
   * @param readAt a moment before the row was read
   */
  void keep(long grant, Held held, Instant readAt) {
    known.put(grant, held, readAt);
  }

  /** A pair that only this node has, as long as the database is away. */
  void keepUnstored(long grant, Held held) {
    unstored.put(grant, held);
  }

  void stored(long grant) {
    unstored.remove(grant);
    known.drop(grant);
  }

  Optional<Held> unstored(long grant) {
    return Optional.ofNullable(unstored.get(grant))
        .filter(held -> held.isUsableAt(clock.instant()));
  }

  /** Tries again to refresh ahead of time no sooner than then. */
  void postpone(long grant, Instant until) {
    known.change(grant, held -> held.dueAt(until));
  }

  void drop(long grant) {
    known.drop(grant);
  }

  @Override
  public String name() {
    return "the look at tokens known by heart";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    known.confirm(grants::unchanged);
  }
}
