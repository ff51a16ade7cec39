package org.supercargo.carrier;

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

  /** The carrier understood and said no; trying again unchanged will not help. */
  public static final class Rejected extends CarrierException {
    private static final long serialVersionUID = 1L;

    public Rejected(CarrierMessage said) {
      super(said);
    }
  }

  /** The carrier is down, slow, limiting or answered rubbish; trying later may help. */
  public static final class Unavailable extends CarrierException {
    private static final long serialVersionUID = 1L;

    public Unavailable(CarrierMessage said) {
      super(said);
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
