package org.supercargo.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A carrier did not do what was asked. Its message is for people and never holds a secret. */
public abstract sealed class CarrierException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient CarrierMessage said;

  private CarrierException(CarrierMessage said) {
    super(said.code().isEmpty() ? said.text() : said.text() + " (" + said.code() + ")");
    this.said = said;
  }

  public CarrierMessage said() {
    return said;
  }

  /**
   * Whether the question may have been, or still be, carried out: it was sent, and no answer came
   * that tells. False is a promise that nothing was done.
   */
  public boolean isAnswerLost() {
    return false;
  }

  /** The carrier understood and said no; trying again unchanged will not help. */
  public static final class Rejected extends CarrierException {
    private static final long serialVersionUID = 1L;
    private final transient List<CarrierMessage> all;
    private final transient List<OrderProblem> problems;

    public Rejected(CarrierMessage said) {
      this(said, List.of(said));
    }

    /**
     * Of several reasons.
     *
     * @param all everything that the carrier said, the first thing included
     */
    public Rejected(CarrierMessage said, List<CarrierMessage> all) {
      super(said);
      this.all = List.copyOf(all);
      this.problems = List.of();
    }

    private Rejected(List<OrderProblem> problems) {
      super(new CarrierMessage("", problems.get(0).field() + " " + problems.get(0).words()));
      this.all = List.of();
      this.problems = List.copyOf(problems);
    }

    /** Not sent at all. There must be a problem. */
    public static Rejected notSent(List<OrderProblem> problems) {
      return new Rejected(problems);
    }

    /** Everything that the carrier said. */
    public List<CarrierMessage> all() {
      return all;
    }

    /** What kept it from being sent; empty when it was sent. */
    public List<OrderProblem> problems() {
      return problems;
    }
  }

  /**
   * The carrier refuses the application itself: its id, secret, redirect address or standing. No
   * grant is to blame; an operator has to act.
   */
  public static final class ApplicationRefused extends CarrierException {
    private static final long serialVersionUID = 1L;

    public ApplicationRefused(CarrierMessage said) {
      super(said);
    }
  }

  /**
   * The carrier does not take the access token of this call. A fresh one may help, once; it may
   * also be that the application lacks the product that was called.
   */
  public static final class TokenRefused extends CarrierException {
    private static final long serialVersionUID = 1L;

    public TokenRefused(CarrierMessage said) {
      super(said);
    }
  }

  /** The carrier is down, slow, limiting or answered rubbish; trying later may help. */
  public static final class Unavailable extends CarrierException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Instant retryAt;
    private final boolean lost;
    private final boolean limit;

    public Unavailable(CarrierMessage said) {
      this(said, null, false, false);
    }

    public Unavailable(CarrierMessage said, @Nullable Instant retryAt) {
      this(said, retryAt, false, false);
    }

    private Unavailable(
        CarrierMessage said, @Nullable Instant retryAt, boolean lost, boolean limit) {
      super(said);
      this.retryAt = retryAt;
      this.lost = lost;
      this.limit = limit;
    }

    /**
     * The request was sent and no whole answer came: it may have been, or still be, carried out.
     */
    public static Unavailable answerLost(CarrierMessage said) {
      return new Unavailable(said, null, true, false);
    }

    /** The carrier was asked too often, and did nothing. */
    public static Unavailable limited(CarrierMessage said, @Nullable Instant retryAt) {
      return new Unavailable(said, retryAt, false, true);
    }

    /** Whether the carrier is well, and wants to be asked less often. */
    public boolean isLimit() {
      return limit;
    }

    /** The earliest moment, UTC, at which the carrier wants to be asked again, when it said so. */
    public Optional<Instant> retryAt() {
      return Optional.ofNullable(retryAt);
    }

    @Override
    public boolean isAnswerLost() {
      return lost;
    }
  }

  /** The grant is dead; a person has to consent again. */
  public static final class ReconnectNeeded extends CarrierException {
    private static final long serialVersionUID = 1L;

    public ReconnectNeeded(CarrierMessage said) {
      super(said);
    }
  }
}
