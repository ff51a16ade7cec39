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
    Set<Request> waiting = new HashSet<>(unstored.keySet());
    try {
      waiting.addAll(journal.waiting());
    } catch (IOException unreadable) {
      LOG.log(Level.ERROR, "the journal {0} can''t be read", journal.folder());
    }
    List<Request> all = new ArrayList<>(waiting);
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
        LOG.log(
            Level.WARNING,
            "log-in {0}: not stored yet: {1}",
            name(request),
            notStored.getClass().getName());
      }
    }
  }

  private void bring(Request request) {
    Optional<Seal> seal = grants.seal(request.grant());
    TokenSet mine = unstored.get(request);
    if (seal.isEmpty()) {
      unstored.remove(request);
      warm.stored(request.grant());
      journal.drop(request);
    } else if (mine != null) {
      stored(request, mine);
    } else {
      replay(request, seal.get());
    }
  }

  private void replay(Request request, Seal seal) {
    try {
      String name = Journal.name(request);
      stored(request, Written.read(seal.openJournal(journal.read(request), name)));
    } catch (NotOpened otherKeys) {
      LOG.log(
          Level.ERROR,
          "the journal entry of log-in {0} stays: {1}",
          name(request),
          otherKeys.getMessage());
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "log-in {0}: stored meanwhile", name(request));
    }
  }

  private static String name(Request request) {
    return Long.toString(request.grant());
  }
}
