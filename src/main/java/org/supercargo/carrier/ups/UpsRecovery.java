package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.WireLog;

/** Gets labels again, by number or by reference; PDF can be had in this way only. */
record UpsRecovery(UpsWire wire) {
  private static final String PATH = "/api/labels/v2603/recovery";

  Recovery recover(Credentials credentials, RecoveryQuestion question, WireLog log) {
    check(question);
    UpsCall call = UpsCall.post(UpsOperation.RECOVER, PATH, body(question));
    UpsAnswer answer = wire.send(call, credentials, log);
    return answer.isSuccess() ? read(answer, question, call.transactionId()) : refused(answer);
  }

  private static void check(RecoveryQuestion question) {
    UpsProblems problems = new UpsProblems();
    switch (question) {
      case RecoveryQuestion.ByNumber byNumber ->
          problems.hold(
              UpsNumbers.isNumber(byNumber.trackingNumber()),
              "trackingNumber",
              "is no tracking number");
      case RecoveryQuestion.ByReference byReference -> {
        problems.text(byReference.reference(), 35, "reference");
        problems.account(byReference.accountNumber(), "accountNumber");
      }
    }
    problems.hold(
        question.format() != DocumentFormat.PNG && question.format() != DocumentFormat.HTML,
        "format",
        "is none that UPS gives again");
    if (!problems.found().isEmpty()) {
      throw Rejected.notSent(problems.found());
    }
  }

  private static ObjectNode body(RecoveryQuestion question) {
    ObjectNode root = UpsParts.object();
    ObjectNode request = root.putObject("LabelRecoveryRequest");
    request.putObject("Request");
    ObjectNode label = request.putObject("LabelSpecification");
    label.put("HTTPUserAgent", "Mozilla/4.5");
    label.putObject("LabelImageFormat").put("Code", question.format().name());
    if (question.format().isForPrinters()) {
      label.putObject("LabelStockSize").put("Height", "6").put("Width", "4");
    }
    switch (question) {
      case RecoveryQuestion.ByNumber byNumber ->
          request.put("TrackingNumber", byNumber.trackingNumber());
      case RecoveryQuestion.ByReference byReference -> {
        ObjectNode values = request.putObject("ReferenceValues");
        values.putObject("ReferenceNumber").put("Value", byReference.reference().strip());
        values.put("ShipperNumber", byReference.accountNumber());
      }
    }
    return root;
  }

  static Recovery read(UpsAnswer answer, RecoveryQuestion question, String transactionId) {
    UpsJson response = answer.json().at("LabelRecoveryResponse");
    List<Recovery.Candidate> candidates =
        response.list("TrackingCandidate").stream()
            .flatMap(candidate -> candidate(candidate).stream())
            .toList();
    List<Booking.Labelled> labels =
        response.list("LabelResults").stream()
            .flatMap(result -> label(result, question).stream())
            .toList();
    if (labels.isEmpty() && !candidates.isEmpty()) {
      return new Recovery.Several(candidates);
    }
    String number =
        response
            .text("ShipmentIdentificationNumber")
            .or(() -> labels.stream().map(Booking.Labelled::trackingNumber).findFirst())
            .filter(known -> !labels.isEmpty())
            .orElseThrow(
                () ->
                    UpsErrors.unreadable(
                        answer, UpsOperation.RECOVER, "UPS's answer has no label."));
    if (UpsNumbers.isAbsurd(number, labels)) {
      throw new Unavailable(new CarrierMessage("", UpsNumbers.ABSURD));
    }
    List<Document> forms =
        Stream.concat(
                response.list("Form").stream().map(UpsDocuments::form),
                response.list("HighValueReport").stream()
                    .map(
                        report ->
                            UpsDocuments.picture(
                                report.at("Image"), "ImageFormat", "High value report")))
            .flatMap(Optional::stream)
            .toList();
    return new Recovery.Found(number, labels, forms, transactionId);
  }

  /** One label asked for by its number may come without it. */
  private static Optional<Booking.Labelled> label(UpsJson result, RecoveryQuestion question) {
    Document label =
        UpsDocuments.picture(result.at("LabelImage"), "LabelImageFormat", "Label").orElse(null);
    List<Document> receipt =
        Stream.ofNullable(UpsDocuments.html(result.at("Receipt"), "HTMLImage", "Receipt")).toList();
    Optional<String> asked =
        question instanceof RecoveryQuestion.ByNumber byNumber
            ? Optional.of(byNumber.trackingNumber())
            : Optional.empty();
    return result
        .text("TrackingNumber")
        .or(() -> asked)
        .map(number -> new Booking.Labelled(number, label, receipt));
  }

  private static Optional<Recovery.Candidate> candidate(UpsJson json) {
    return json.text("TrackingNumber")
        .map(
            number ->
                new Recovery.Candidate(
                    number,
                    json.text("DestinationPostalCode").orElse(null),
                    json.text("DestinationCountryCode").orElse(null)));
  }

  static Recovery refused(UpsAnswer answer) {
    CarrierException refusal = UpsErrors.api(answer, UpsOperation.RECOVER);
    if (refusal instanceof Rejected && UpsErrors.isNoLabelFound(refusal.said())) {
      return new Recovery.NotFound(refusal.said());
    }
    if (refusal instanceof Rejected && UpsErrors.isWithoutLabel(refusal.said())) {
      return new Recovery.NoLabel(refusal.said());
    }
    if (refusal instanceof Rejected && UpsErrors.isLabelVoided(refusal.said())) {
      return new Recovery.Voided(refusal.said());
    }
    throw refusal;
  }
}
