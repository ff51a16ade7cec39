package org.supercargo.carrier.ups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

/**
 * The only place that knows UPS's codes. What UPS did not clearly say is never taken for a no: an
 * outage must not disconnect anybody.
 */
final class UpsErrors {
  /** The first is Rating's, the second Shipping's word for the same. */
  private static final Set<String> NUMBER_NOT_HELD = Set.of("112111", "120100");

  private static final String NO_NEGOTIATED_RATES = "120900";

  /**
   * With 401: of the token, or of a product that the application lacks. UPS does not tell which.
   */
  private static final Set<String> TOKEN_REFUSED = Set.of("250002", "250003", "251004");

  private static final String LIMITED = "10429";
  private static final String WRONG_CLIENT = "10401";
  private static final String MALFORMED = "1";
  private static final String ALREADY_VOIDED = "190117";

  private static final Set<String> WITHOUT_LABEL =
      Set.of("300002", "300003", "300005", "300006", "300013", "300014", "300030", "300031");

  private UpsErrors() {}

  /** Of authorize, validate-client and token. */
  static CarrierException login(UpsAnswer answer) {
    return oauth(answer)
        .orElseGet(() -> new Rejected(UpsText.explained("UPS refused the consent.", said(answer))));
  }

  /** Of refresh. A code says too little here: 10400 means five things, so the message decides. */
  static CarrierException refresh(UpsAnswer answer) {
    CarrierMessage said = said(answer);
    String message = (said.code() + " " + said.text()).toLowerCase(Locale.ROOT);
    return oauth(answer)
        .orElseGet(
            () ->
                message.contains("refresh") || message.contains("invalid_grant")
                    ? new ReconnectNeeded(
                        UpsText.explained("UPS no longer accepts this connection.", said))
                    : new Rejected(UpsText.explained("UPS refused to renew the tokens.", said)));
  }

  /**
   * Of Rate, when it did not succeed.
   *
   * @throws TokenRefused when a fresh token may help
   */
  static Proof rate(UpsAnswer answer) {
    List<CarrierMessage> all = UpsSaid.all(answer);
    refuseToken(answer, all);
    Optional<CarrierMessage> notHeld =
        all.stream().filter(said -> NUMBER_NOT_HELD.contains(said.code())).findFirst();
    if (notHeld.isPresent()) {
      return new Proof.NotHeld(notHeld.get());
    }
    CarrierMessage said = said(answer);
    return switch (answer.status()) {
      case 401, 403 -> new Proof.NotEnabled(orStatus(said, answer));
      case 400, 422 -> all.isEmpty() ? noVerdict(answer) : new Proof.Refused(said);
      default -> noVerdict(answer);
    };
  }

  private static void refuseToken(UpsAnswer answer, List<CarrierMessage> all) {
    all.stream()
        .filter(said -> answer.status() == 401 && TOKEN_REFUSED.contains(said.code()))
        .findFirst()
        .ifPresent(
            said -> {
              throw new TokenRefused(orStatus(said, answer));
            });
  }

  /**
   * Of the APIs, when the answer is no success. A call that changes something may have done so
   * unless UPS clearly refused it.
   */
  static CarrierException api(UpsAnswer answer, UpsOperation operation) {
    List<CarrierMessage> all = UpsSaid.all(answer);
    CarrierMessage said = said(answer);
    if (all.stream().anyMatch(each -> each.code().equals(LIMITED)) || answer.status() == 429) {
      return unavailable(answer);
    }
    return switch (answer.status()) {
      case 401 ->
          TOKEN_REFUSED.contains(said.code())
              ? new TokenRefused(orStatus(said, answer))
              : new ApplicationRefused(orStatus(said, answer));
      case 403 -> new ApplicationRefused(orStatus(said, answer));
      case 404, 405, 413, 414, 415 -> new Rejected(orStatus(said, answer), all);
      case 200, 400, 422 ->
          all.isEmpty() ? unclear(answer, operation) : new Rejected(orStatus(said, answer), all);
      default -> unclear(answer, operation);
    };
  }

  /** Neither a yes nor a no. */
  private static Unavailable unclear(UpsAnswer answer, UpsOperation operation) {
    return operation.isChanging()
        ? Unavailable.answerLost(orStatus(said(answer), answer))
        : unavailable(answer);
  }

  /**
   * An answer of success in which nothing can be read.
   *
   * @param ours what is missing
   */
  static CarrierException unreadable(UpsAnswer answer, UpsOperation operation, String ours) {
    if (!UpsSaid.all(answer).isEmpty()) {
      return api(answer, operation);
    }
    CarrierMessage said = new CarrierMessage("", ours);
    return operation.isChanging() ? Unavailable.answerLost(said) : new Unavailable(said);
  }

  /** As recorded: an order that UPS can't parse is answered 200, with this header and no body. */
  static boolean isMalformedOrder(UpsAnswer answer) {
    return answer.status() == 200
        && answer.json().node().isMissingNode()
        && answer.header("errorcode").filter(MALFORMED::equals).isPresent();
  }

  static CarrierException malformedOrder() {
    return new Rejected(
        new CarrierMessage(MALFORMED, "UPS could not read the order, and made no shipment."));
  }

  static boolean isAlreadyVoided(CarrierMessage said) {
    return said.code().equals(ALREADY_VOIDED);
  }

  /** Whether a void was understood and is not done. */
  static boolean isOfVoid(CarrierMessage said) {
    return said.code().matches("190\\d{3}");
  }

  static boolean isNoLabelFound(CarrierMessage said) {
    return said.code().equals("300007");
  }

  /**
   * Sent by mail, too many, not kept, too old, not in this format, no number of one that has a
   * label, of a kind that has none. A disturbance (300000) and a wrong question are not among them.
   */
  static boolean isWithoutLabel(CarrierMessage said) {
    return WITHOUT_LABEL.contains(said.code());
  }

  static boolean isLabelVoided(CarrierMessage said) {
    return said.code().equals("300033");
  }

  /** Tracking's two words for it, new and old. */
  static boolean isNotTracked(CarrierMessage said) {
    return said.code().equals("TW0001") || said.code().equals("151044");
  }

  static boolean blamesTheAccount(CarrierMessage said) {
    return NUMBER_NOT_HELD.contains(said.code());
  }

  static boolean deniesNegotiatedRates(UpsJson alert) {
    return alert.text("Code").filter(NO_NEGOTIATED_RATES::equals).isPresent();
  }

  /** UPS's first words; empty when it had none. */
  static CarrierMessage said(UpsAnswer answer) {
    return UpsSaid.all(answer).stream().findFirst().orElseGet(() -> new CarrierMessage("", ""));
  }

  private static Optional<CarrierException> oauth(UpsAnswer answer) {
    CarrierMessage said = said(answer);
    if (answer.status() == 429 || said.code().equals(LIMITED)) {
      return Optional.of(unavailable(answer));
    }
    if (answer.status() == 401 || said.code().equals(WRONG_CLIENT)) {
      return refused("UPS does not accept this application's client id and secret.", said);
    }
    if (answer.status() == 403) {
      return refused("UPS has blocked this application.", said);
    }
    if (answer.status() != 400 || UpsSaid.all(answer).isEmpty()) {
      return Optional.of(unavailable(answer));
    }
    return application(said);
  }

  private static Optional<CarrierException> application(CarrierMessage said) {
    String message = (said.code() + " " + said.text()).toLowerCase(Locale.ROOT);
    if (message.contains("redirect")) {
      return refused("UPS does not know this application's redirect address.", said);
    }
    if (message.contains("authorization header") || message.contains("client")) {
      return refused("UPS does not accept how this application identifies itself.", said);
    }
    return Optional.empty();
  }

  private static Optional<CarrierException> refused(String ours, CarrierMessage said) {
    return Optional.of(new ApplicationRefused(UpsText.explained(ours, said)));
  }

  private static Unavailable unavailable(UpsAnswer answer) {
    CarrierMessage said = orStatus(said(answer), answer);
    return answer.status() == 429 || said.code().equals(LIMITED)
        ? Unavailable.limited(said, answer.retryAt().orElse(null))
        : new Unavailable(said, answer.retryAt().orElse(null));
  }

  private static Proof noVerdict(UpsAnswer answer) {
    return new Proof.Unavailable(orStatus(said(answer), answer), answer.retryAt().orElse(null));
  }

  private static CarrierMessage orStatus(CarrierMessage said, UpsAnswer answer) {
    String ours =
        switch (answer.status()) {
          case 401 -> "UPS does not accept the token or has not enabled this product.";
          case 403 -> "UPS has blocked this application.";
          case 400, 422 -> "UPS refuses this.";
          case 429 -> "UPS limits how often it may be asked; try again later.";
          default ->
              answer.status() >= 500
                  ? "UPS has a disturbance (HTTP %d); try again later.".formatted(answer.status())
                  : "UPS gave an answer that can't be understood (HTTP %d)."
                      .formatted(answer.status());
        };
    return UpsText.explained(ours, said);
  }
}
