package org.supercargo.simulator.state;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** All that the simulated UPS remembers, and its way to the file and back. */
public final class World {
  private final AtomicBoolean unsaved = new AtomicBoolean();
  private final Issued issued = new Issued();
  private final Runnable changed = () -> unsaved.set(true);
  private final Lives lives = new Lives(changed);
  private final Users users = new Users(changed);
  private final SimulatedClock clock;
  private final Clients clients;
  private final Codes codes;
  private final Grants grants;
  private final Calendar calendar;
  private final Bookings bookings;
  private final Limit limit;
  private final Optional<StateFile> file;

  public World(Clock base, List<String> redirectUris, Optional<Path> data) {
    clock = new SimulatedClock(base);
    clients = new Clients(redirectUris, changed);
    codes = new Codes(clock, lives, issued);
    grants = new Grants(clock, lives, issued, changed);
    calendar = new Calendar(clock);
    bookings = new Bookings(calendar, new Journal(data));
    limit = new Limit(base);
    file = data.map(StateFile::new);
    file.flatMap(StateFile::load).ifPresent(this::restore);
    save();
  }

  /**
   * Called before an answer leaves: what UPS told its client must survive the end of this process.
   */
  public synchronized void save() {
    if (file.isPresent() && unsaved.getAndSet(false)) {
      State state = new State(clients.all(), users.all(), lives.now(), grants.unexpired());
      try {
        file.get().save(state);
      } catch (UncheckedIOException e) {
        unsaved.set(true);
        throw e;
      }
    }
  }

  /** How many tokens died. */
  public int revoke(String user) {
    codes.forget(user);
    return grants.revoke(user);
  }

  /**
   * Back to how it was started without a data file. The list of issued secrets stays: a leak
   * outlives a reset.
   */
  public void reset() {
    clients.reset();
    users.replaceAll(User.defaults());
    lives.set(Life.DEFAULT);
    codes.reset();
    grants.replaceAll(List.of());
    clock.skew(Duration.ZERO);
    calendar.reset();
    bookings.clear();
    limit.callsPerSecond(0);
  }

  private void restore(State state) {
    clients.restore(state.clients());
    users.replaceAll(state.users());
    lives.set(state.life());
    grants.replaceAll(state.tokens());
  }

  public SimulatedClock clock() {
    return clock;
  }

  public Clients clients() {
    return clients;
  }

  public Users users() {
    return users;
  }

  public Lives lives() {
    return lives;
  }

  public Codes codes() {
    return codes;
  }

  public Grants grants() {
    return grants;
  }

  public Calendar calendar() {
    return calendar;
  }

  public Bookings bookings() {
    return bookings;
  }

  public Limit limit() {
    return limit;
  }

  public Issued issued() {
    return issued;
  }
}
