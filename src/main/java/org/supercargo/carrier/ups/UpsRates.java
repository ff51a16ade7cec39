package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierRates;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Rates;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.WireLog;

/** UPS's Rating: one service or all, always with time in transit. */
@ApplicationScoped
class UpsRates implements CarrierRates {
  private static final String PATH = "/api/rating/v2409/";

  @Inject UpsWire wire;

  @Override
  public String carrier() {
    return "UPS";
  }

  @Override
  public List<Service> services(String origin, String destination) {
    return UpsWords.services(origin, destination);
  }

  @Override
  public List<OrderProblem> problems(RateQuestion question) {
    UpsProblems problems = new UpsProblems();
    new UpsConsignmentCheck(problems, question.consignment()).check();
    String service = question.service();
    problems.hold(
        service == null || service.matches("[0-9A-Z]{2}"), "service", "is no UPS service");
    if (question.returns() != null) {
      new UpsReturnCheck(problems, question.consignment()).check();
    }
    return problems.found();
  }

  @Override
  public Rates rates(Credentials credentials, RateQuestion question, WireLog log) {
    List<OrderProblem> problems = problems(question);
    if (!problems.isEmpty()) {
      throw Rejected.notSent(problems);
    }
    ObjectNode body = UpsRateQuestion.body(question);
    String option = question.service() == null ? "Shoptimeintransit" : "Ratetimeintransit";
    UpsCall call = UpsCall.post(UpsOperation.RATE, PATH + option, body);
    UpsAnswer answer = wire.send(call, credentials, log);
    if (!answer.isSuccess()) {
      throw UpsErrors.api(answer, UpsOperation.RATE);
    }
    return UpsRateAnswer.read(answer, question, call.transactionId());
  }
}
