package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.web.door.Words;

/** Puts what a carrier said or failed to say into words. */
@ApplicationScoped
class Troubles {
  @Inject Advices advices;
  @Inject Words words;

  Trouble of(CarrierException thrown, String carrier, long account) {
    return switch (thrown) {
      case Rejected no -> said("rejected", inWords(no), carrier, account, null);
      case Unavailable away ->
          said("unavailable", away.said(), carrier, account, away.retryAt().orElse(null));
      case TokenRefused token -> said("notEnabled", token.said(), carrier, account, null);
      case ApplicationRefused refused ->
          said("application", refused.said(), carrier, account, null);
      case ReconnectNeeded dead ->
          new Trouble(
              "reconnect",
              dead.said(),
              advices.of(carrier, dead.said()).orElse(null),
              account,
              null,
              null);
    };
  }

  /** What was not even sent is told by the names of fields. */
  private CarrierMessage inWords(Rejected no) {
    return no.problems().stream()
        .findFirst()
        .map(first -> new FieldNames(words::of).of(first.field()) + " " + first.words())
        .map(sentence -> new CarrierMessage(no.said().code(), sentence))
        .orElse(no.said());
  }

  Trouble said(String key, CarrierMessage said, String carrier, long account) {
    return said(key, said, carrier, account, null);
  }

  private Trouble said(
      String key, CarrierMessage said, String carrier, long account, @Nullable Instant retryAt) {
    boolean blamed = advices.blameTheAccount(carrier, said);
    return new Trouble(
        key,
        said,
        advices.of(carrier, said).orElse(null),
        blamed ? Long.valueOf(account) : null,
        retryAt,
        null);
  }
}
