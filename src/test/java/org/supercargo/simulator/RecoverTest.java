package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.simulator.UpsCaller.Reply;

class RecoverTest extends InSimulator {

  private Reply recovered(String user, String format, String what) {
    String wish =
        "{\"Request\":{},\"LabelSpecification\":{\"LabelImageFormat\":{\"Code\":\"%s\"}},%s}"
            .formatted(format, what);
    return caller.recover("v2603", access(user), wish);
  }

  private Reply recovered(String what) {
    return recovered("alice", "GIF", what);
  }

  private static String byNumber(String number) {
    return "\"TrackingNumber\":\"" + number + "\"";
  }

  private static String byReference(String value) {
    return ("\"ReferenceValues\":{\"ReferenceNumber\":{\"Value\":\"%s\"},"
            + "\"ShipperNumber\":\"A1B2C3\"}")
        .formatted(value);
  }

  private static JsonNode results(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/LabelRecoveryResponse/LabelResults");
  }

  @ParameterizedTest
  @CsvSource({"GIF", "ZPL", "EPL", "SPL"})
  void givesTheVeryLabelThatShippingGave(String format) {
    JsonNode shipped = shipped(ShipQuestion.smallest().asking(format));
    JsonNode image =
        results(recovered("alice", format, byNumber(number(shipped)))).at("/0/LabelImage");
    assertThat(image.get("GraphicImage"))
        .isEqualTo(shipped.at("/PackageResults/0/ShippingLabel/GraphicImage"));
    assertThat(image.has("HTMLImage")).isEqualTo(format.equals("GIF"));
  }

  @Test
  void givesAllByTheShipmentsNumberAndOneByAnother() {
    JsonNode shipped = shipped(ShipQuestion.smallest().packages(3));
    assertThat(results(recovered(byNumber(number(shipped)))).findValuesAsText("TrackingNumber"))
        .isEqualTo(packages(shipped));
    String third = packages(shipped).get(2);
    assertThat(results(recovered(byNumber(third))).findValuesAsText("TrackingNumber"))
        .containsExactly(third);
  }

  @Test
  void findsAShipmentByItsReference() {
    shipped(ShipQuestion.smallest().referring("other"));
    JsonNode shipped = shipped(ShipQuestion.smallest().referring("mine"));
    Reply reply = recovered(byReference("mine"));
    assertThat(results(reply).findValuesAsText("TrackingNumber")).isEqualTo(packages(shipped));
    assertThat(reply.json().at("/LabelRecoveryResponse/ShipmentIdentificationNumber").asText())
        .isEqualTo(number(shipped));
  }

  @Test
  void offersCandidatesWhenSeveralLiveOnesBearTheReference() {
    String first = number(shipped(ShipQuestion.smallest()));
    String second = number(shipped(ShipQuestion.smallest()));
    JsonNode response = recovered(byReference("SC-0001")).json().get("LabelRecoveryResponse");
    assertThat(response.get("TrackingCandidate").findValuesAsText("TrackingNumber"))
        .containsExactly(first, second);
    assertThat(response.has("LabelResults")).isFalse();
    caller.voids(access("alice"), first);
    assertThat(results(recovered(byReference("SC-0001"))).findValuesAsText("TrackingNumber"))
        .containsExactly(second);
  }

  @Test
  void givesTheInvoiceAgainAndALinkWhenAsked() {
    String number = number(shipped(ShipQuestion.toCanada()));
    String wish = byNumber(number) + ",\"LabelDelivery\":{\"LabelLinkIndicator\":\"\"}";
    Reply reply = recovered(wish);
    assertThat(reply.json().at("/LabelRecoveryResponse/Form/Image/ImageFormat/Code").asText())
        .isEqualTo("PDF");
    assertThat(results(reply).at("/0/LabelImage/URL").asText()).endsWith("/uel/llp/" + number);
    Reply oldest =
        caller.recover("v1", access("alice"), "{\"Request\":{}," + byNumber(number) + "}");
    assertThat(oldest.json().get("LabelRecoveryResponse").has("Form")).isFalse();
    assertThat(results(oldest).at("/LabelImage/LabelImageFormat/Code").asText()).isEqualTo("GIF");
  }

  @ParameterizedTest
  @CsvSource({"v1, true", "v1701, true", "v1903, true", "v2603, false"})
  void givesALoneObjectForOneLabelInOldVersions(String version, boolean alone) {
    String one = "{" + byNumber(number(shipped(ShipQuestion.smallest()))) + "}";
    String two = "{" + byNumber(number(shipped(ShipQuestion.smallest().packages(2)))) + "}";
    JsonNode single = results(caller.recover(version, access("alice"), one));
    assertThat(single.isObject()).isEqualTo(alone);
    assertThat(results(caller.recover(version, access("alice"), two)).isArray()).isTrue();
  }

  @Test
  void refusesVoidedOldUnknownAndForeignOnes() {
    String number = number(shipped(ShipQuestion.smallest()));
    assertThat(recovered("bob", "GIF", byNumber(number)).error()).startsWith("400 300007 ");
    assertThat(recovered(byNumber("1ZA1B2C30300000000")).error()).startsWith("400 300007 ");
    assertThat(recovered(byNumber("12345678")).error()).startsWith("400 300014 ");
    assertThat(recovered(byReference("nobody's")).error()).startsWith("400 300007 ");
    assertThat(recovered("\"Locale\":\"en_US\"").error()).startsWith("400 300035 ");
    assertThat(recovered("alice", "PNG", byNumber(number)).error()).startsWith("400 300013 ");
    String old = number(shipped(ShipQuestion.smallest().referring("old")));
    caller.voids(access("alice"), number);
    assertThat(recovered(byNumber(number)).error()).startsWith("400 300033 ");
    assertThat(recovered(byReference("SC-0001")).error()).startsWith("400 300033 ");
    ups.movesParcelsOnBy(Duration.ofDays(30));
    assertThat(recovered(byNumber(old)).error()).startsWith("400 300006 ");
  }
}
