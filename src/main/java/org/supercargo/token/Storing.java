package org.supercargo.token;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.NotOpened;
import org.supercargo.node.Round;

/**
 * Brings a new pair into the database: journal first, then the row, then the journal entry goes.
 * The carrier has killed the old pair, so a row that can't be written now is tried again until it
 * can, also by the next start of this node. Trying once too often does no harm: the row knows which
 * request its pair answers.
 */
@ApplicationScoped
class Storing implements Round {
  private static final Logger LOG = System.getLogger(Storing.class.getName());
  private static final int PATIENCE = 3;

  @Inject Journal journal;
  @Inject RefreshSteps steps;
  @Inject Warm warm;
  @Inject Grants grants;
  @Inject Clock clock;
  private final Map<Request, TokenSet> unstored = new ConcurrentHashMap<>();

  @PostConstruct
  void start() {
    try {
      journal.sweep();
    } catch (IOException unreadable) {
      LOG.log(Level.ERROR, "the journal {0} can''t be read", journal.folder());
    }
  }

  /** What may be handed out after this; empty when another pair has come first. */
  Optional<Credentials> keep(Turn.Mine mine, TokenSet tokens) {
    Request request = mine.request();
    write(request, mine.seal(), tokens);
    Credentials credentials =
        new Credentials(tokens.accessToken(), tokens.accessExpiresAt(), request.generation() + 1);
    // Before it is stored: a database that does not answer must not keep this node from going on.
    unstored.put(request, tokens);
    warm.keepUnstored(request.grant(), new Held(credentials, GrantState.ACTIVE, Instant.MAX));
    try {
      return stored(request, tokens);
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.WARNING, "log-in {0}: new tokens not stored yet", name(request));
      return Optional.of(credentials);
    }
  }

  /** Whatever goes wrong here: it has to be stored all the more. */
  private void write(Request request, Seal seal, TokenSet tokens) {
    try {
      journal.write(request, seal.journal(Written.of(tokens), Journal.name(request)));
    } catch (IOException | RuntimeException notWritten) {
      LOG.log(
          Level.ERROR,
          "log-in {0}: the journal {1} takes nothing: {2}",
          name(request),
          journal.folder(),
          notWritten.getClass().getName());
    }
  }

  private Optional<Credentials> stored(Request request, TokenSet tokens) {
    Instant readAt = clock.instant();
    Optional<Held> held = steps.store(request, tokens);
    if (held.isEmpty()) {
      LOG.log(Level.INFO, "log-in {0}: another pair had come first", name(request));
    }
    unstored.remove(request);
    warm.stored(request.grant());
    held.ifPresent(fresh -> warm.keep(request.grant(), fresh, readAt));
    journal.drop(request);
    return held.map(Held::credentials);
  }

  @Override
  public String name() {
    return "the storing of renewed tokens";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  /**
   * In no order, and not stopped by the first that can't be stored, which may be its own fault; but
   * by the third, since the database is away then.
   */
  @Override
  public void go() {
    List<Request> all = new ArrayList<>(waiting());
    Collections.shuffle(all);
    int failures = 0;
    for (Request request : all) {
      try {
        bring(request);
      } catch (RuntimeException notStored) {
        failures++;
        if (failures == PATIENCE) {
          throw notStored;
        }
        notYet(request, notStored);
      }
    }
  }

  private Set<Request> waiting() {
    Set<Request> waiting = new HashSet<>(unstored.keySet());
    try {
      waiting.addAll(journal.waiting());
    } catch (IOException unreadable) {
      LOG.log(Level.ERROR, "the journal {0} can''t be read", journal.folder());
    }
    return waiting;
  }

  /**
   * Brings what waits for that grant, trying each once. True when the row is no longer as it was,
   * and nothing of that waits any more.
   */
  boolean brings(long grant) {
    boolean any = false;
    for (Request request : waiting()) {
      any |= request.grant() == grant && isBrought(request);
    }
    return any;
  }

  /** An entry that can't be taken away would be brought over and over. */
  private boolean isBrought(Request request) {
    try {
      return bring(request) && !unstored.containsKey(request) && !journal.has(request);
    } catch (RuntimeException notStored) {
      notYet(request, notStored);
      return false;
    }
  }

  private static void notYet(Request request, RuntimeException notStored) {
    LOG.log(
        Level.WARNING,
        "log-in {0}: not stored yet: {1}",
        name(request),
        notStored.getClass().getName());
  }

  /** False when it can't be read, now or ever. */
  private boolean bring(Request request) {
    Optional<Seal> seal = grants.seal(request.grant());
    TokenSet mine = unstored.get(request);
    if (seal.isEmpty()) {
      unstored.remove(request);
      warm.stored(request.grant());
      journal.drop(request);
      return true;
    }
    if (mine == null) {
      return isReplayed(request, seal.get());
    }
    stored(request, mine);
    return true;
  }

  private boolean isReplayed(Request request, Seal seal) {
    try {
      String name = Journal.name(request);
      TokenSet tokens = Written.read(seal.openJournal(journal.read(request), name));
      stored(request, tokens);
      return true;
    } catch (NotOpened otherKeys) {
      LOG.log(
          Level.ERROR,
          "the journal entry of log-in {0} stays: {1}",
          name(request),
          otherKeys.getMessage());
      return false;
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "log-in {0}: stored meanwhile", name(request));
      return !journal.has(request);
    }
  }

  private static String name(Request request) {
    return Long.toString(request.grant());
  }
}
