package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierTracking;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.carrier.WireLog;

/** UPS's Tracking: by number and by reference. */
@ApplicationScoped
class UpsTracking implements CarrierTracking {
  private static final String PATH = "/api/track/v1/";
  private static final int LONGEST_REFERENCE = 35;

  @Inject UpsWire wire;

  @Override
  public String carrier() {
    return "UPS";
  }

  @Override
  public Optional<String> normalised(String typed) {
    return UpsNumbers.normalised(typed);
  }

  @Override
  public Optional<String> doubt(String trackingNumber) {
    return UpsNumbers.doubt(trackingNumber);
  }

  @Override
  public TrackingAnswer track(Credentials credentials, TrackingQuestion question, WireLog log) {
    UpsCall call = UpsCall.get(UpsOperation.TRACK, path(question));
    UpsAnswer answer = wire.send(call, credentials, log);
    if (answer.isSuccess()) {
      return UpsTrackAnswer.read(answer, call.transactionId());
    }
    return refused(answer, call.transactionId());
  }

  /** Whoever says 404 without UPS's own word for it is a gateway on its way, and knows nothing. */
  static TrackingAnswer refused(UpsAnswer answer, String transactionId) {
    CarrierException refusal = UpsErrors.api(answer, UpsOperation.TRACK);
    if (refusal instanceof Rejected && UpsErrors.isNotTracked(refusal.said())) {
      return new TrackingAnswer.NotFound(refusal.said(), transactionId);
    }
    throw answer.status() == 404 ? new Unavailable(refusal.said()) : refusal;
  }

  private static String path(TrackingQuestion question) {
    UpsProblems problems = new UpsProblems();
    String path =
        switch (question) {
          case TrackingQuestion.ByNumber byNumber -> {
            problems.hold(
                UpsNumbers.isNumber(byNumber.trackingNumber()),
                "trackingNumber",
                "must have 7 to 34 letters and digits");
            yield byNumber(byNumber);
          }
          case TrackingQuestion.ByReference byReference -> {
            problems.text(byReference.reference(), LONGEST_REFERENCE, "reference");
            yield byReference(byReference);
          }
        };
    if (!problems.found().isEmpty()) {
      throw Rejected.notSent(problems.found());
    }
    return path;
  }

  private static String byNumber(TrackingQuestion.ByNumber question) {
    boolean proofs = question.proofs();
    return PATH
        + "details/%s?locale=en_US&returnSignature=%b&returnMilestones=false&returnPOD=%b"
            .formatted(encoded(question.trackingNumber()), proofs, proofs);
  }

  private static String byReference(TrackingQuestion.ByReference question) {
    String path =
        PATH
            + "reference/details/%s?locale=en_US&fromPickUpDate=%s&toPickUpDate=%s&refNumType=SmallPackage"
                .formatted(
                    encoded(question.reference().strip()),
                    DateTimeFormatter.BASIC_ISO_DATE.format(question.from()),
                    DateTimeFormatter.BASIC_ISO_DATE.format(question.to()));
    String account = question.accountNumber();
    return account == null ? path : path + "&shipperNum=" + encoded(account);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
