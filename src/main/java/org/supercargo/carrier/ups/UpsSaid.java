package org.supercargo.carrier.ups;

import java.util.List;
import java.util.Optional;
import org.supercargo.carrier.CarrierMessage;

/** UPS's words in an answer, in whichever of its shapes. */
final class UpsSaid {
  private UpsSaid() {}

  /** UPS's own shape, its gateway's, the older services', and last the headers. */
  static List<CarrierMessage> all(UpsAnswer answer) {
    UpsJson json = answer.json();
    List<CarrierMessage> own =
        json.at("response").list("errors").stream()
            .flatMap(error -> message(answer, error.text("code"), error.text("message")).stream())
            .toList();
    if (!own.isEmpty()) {
      return own;
    }
    UpsJson older = json.at("Fault").at("detail").at("Errors").at("ErrorDetail");
    UpsJson primary = older.at("PrimaryErrorCode");
    return message(answer, primary.text("Code"), primary.text("Description"))
        .or(() -> message(answer, json.text("httpCode"), json.text("httpMessage")))
        .or(() -> message(answer, json.text("error"), json.text("error_description")))
        .or(() -> message(answer, answer.header("errorcode"), answer.header("errordescription")))
        .or(() -> message(answer, answer.header("apierrorcode"), answer.header("apierrormsg")))
        .stream()
        .toList();
  }

  /** Alerts and warnings of a success, wherever they stand. */
  static List<CarrierMessage> notices(
      UpsAnswer answer, List<UpsJson> alerts, String code, String text) {
    return alerts.stream()
        .flatMap(alert -> message(answer, alert.text(code), alert.text(text)).stream())
        .distinct()
        .toList();
  }

  static Optional<CarrierMessage> message(
      UpsAnswer answer, Optional<String> code, Optional<String> text) {
    CarrierMessage said = UpsText.message(code.orElse(""), text.orElse(""), answer.sent());
    return said.code().isEmpty() && said.text().isEmpty() ? Optional.empty() : Optional.of(said);
  }
}
