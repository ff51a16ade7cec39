package org.supercargo.access.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How many requests a minute a caller may still make. The count is a row, one for all nodes; each
 * node takes a twentieth of the minute's requests at a time, so that most requests cost no question
 * to the database. Never more than the limit pass in a minute, however many nodes there are; a
 * caller that is spread over several may find the last few per cent on another node.
 */
@ApplicationScoped
public class Quota {
  private static final int SHARES = 20;
  private final Cache<String, Share> shares =
      Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

  @Inject private Windows windows;
  @Inject private Clock clock;

  /** Counts one request; answers how long to wait when it is one too many. */
  public Optional<Duration> take(Caller caller) {
    Instant now = clock.instant();
    Share share = Objects.requireNonNull(shares.get(caller.countedAs(), account -> new Share()));
    return share.takes(caller, minute(now), windows)
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(60 - Math.floorMod(now.getEpochSecond(), 60L)));
  }

  static long minute(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), 60L);
  }

  /** This node's part of one caller's minute. */
  private static final class Share {
    private long minute;
    private int left;
    private boolean spent;

    synchronized boolean takes(Caller caller, long now, Windows windows) {
      if (now != minute) {
        minute = now;
        left = 0;
        spent = false;
      }
      if (left == 0 && !spent) {
        int most = caller.perMinute();
        left = windows.take(caller.countedAs(), now, Math.max(1, most / SHARES), most);
        spent = left == 0;
      }
      left -= spent ? 0 : 1;
      return !spent;
    }
  }
}
