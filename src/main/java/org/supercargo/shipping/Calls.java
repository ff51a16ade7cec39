package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.supercargo.account.Accounts;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.shipping.gate.Governor;
import org.supercargo.shipping.gate.Lane;

/**
 * Calls to the carrier with an account's token, each in its turn. Refuses nothing to be called
 * twice but what may be: making a shipment goes by {@link #once}.
 */
@ApplicationScoped
class Calls {
  @Inject Accounts accounts;
  @Inject Governor governor;
  @Inject Patient patient;

  /**
   * Never repeats what the carrier may have carried out: only a call whose token was refused is
   * made anew.
   *
   * @throws org.supercargo.carrier.CarrierException as the call does, or when it was not made
   */
  <T> T once(long account, Lane lane, Function<Credentials, T> call) {
    return accounts.use(
        account, credentials -> governor.pass(account, lane, () -> call.apply(credentials)));
  }

  /** As {@link #once}, and again after a short failure: for what may be repeated. */
  <T> T again(long account, Lane lane, Function<Credentials, T> call) {
    try {
      return patient.ask(() -> once(account, lane, call));
    } catch (Hiccup kept) {
      throw kept.why();
    }
  }

  /** A bean of its own, since only calls between beans are retried. */
  @ApplicationScoped
  static class Patient {
    private static final long SHORT = 2_000_000_000L;

    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = Hiccup.class)
    <T> T ask(Supplier<T> call) {
      long begun = System.nanoTime();
      try {
        return call.get();
      } catch (Unavailable failed) {
        // One that took long would take long again, and a carrier that names a moment means it.
        if (failed.retryAt().isEmpty() && System.nanoTime() - begun < SHORT) {
          throw new Hiccup(failed);
        }
        throw failed;
      }
    }
  }

  /** A failure that may have passed in a moment. */
  static final class Hiccup extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Unavailable why;

    Hiccup(Unavailable why) {
      super(why);
      this.why = why;
    }

    Unavailable why() {
      return why;
    }
  }
}
