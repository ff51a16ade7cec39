package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

/** A simulator for each test, and somebody who calls it. */
abstract class InSimulator {
  protected Ups ups;
  protected UpsCaller caller;
  private final Map<String, String> tokens = new HashMap<>();

  @BeforeEach
  void start() {
    ups = Ups.starts(UpsCaller.REDIRECT);
    caller = new UpsCaller(ups.uri());
  }

  @AfterEach
  void stop() {
    ups.close();
  }

  protected String access(String user) {
    return tokens.computeIfAbsent(user, name -> caller.tokensOf(name).get("access_token").asText());
  }

  /** What Shipping gives as results, on alice's account. */
  protected JsonNode shipped(ShipQuestion question) {
    return shipped("v2409", question);
  }

  protected JsonNode shipped(String version, ShipQuestion question) {
    Reply reply = caller.ship(version, access("alice"), question);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).isNotEmpty();
    return reply.json().at("/ShipmentResponse/ShipmentResults");
  }

  protected static String number(JsonNode results) {
    return results.get("ShipmentIdentificationNumber").asText();
  }

  protected static List<String> packages(JsonNode results) {
    return results.get("PackageResults").findValuesAsText("TrackingNumber");
  }

  /** The one package of an inquiry. */
  protected JsonNode tracked(String number) {
    Reply reply = caller.track(access("alice"), "details/" + number);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/trackResponse/shipment/0/package/0");
  }
}
