package org.supercargo.simulator.state;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Authorization codes that wait to be redeemed; each works once. */
public final class Codes {
  private final Clock clock;
  private final Lives lives;
  private final Issued issued;
  private final Map<String, Code> waiting = new HashMap<>();

  Codes(Clock clock, Lives lives, Issued issued) {
    this.clock = clock;
    this.lives = lives;
    this.issued = issued;
  }

  public synchronized String issue(
      String clientId, String redirectUri, Optional<String> challenge, String user) {
    String code = Secrets.code();
    issued.add("code", code);
    waiting.values().removeIf(this::isOver);
    waiting.put(
        code,
        new Code(
            clientId,
            redirectUri,
            challenge,
            user,
            clock.instant().plusSeconds(lives.now().codeSeconds())));
    return code;
  }

  /**
   * Takes the code when it fits; one that does not fit stays, so that a stranger cannot spend it.
   */
  public synchronized Optional<Code> redeem(String code, Predicate<Code> fits) {
    Code found = waiting.get(code);
    if (found == null || isOver(found) || !fits.test(found)) {
      return Optional.empty();
    }
    return Optional.of(waiting.remove(code));
  }

  public synchronized void forget(String user) {
    waiting.values().removeIf(code -> code.user().equals(user));
  }

  synchronized void reset() {
    waiting.clear();
  }

  private boolean isOver(Code code) {
    return !clock.instant().isBefore(code.until());
  }
}
