package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.simulator.UpsCaller.Reply;

/**
 * Shipping, Void, Label Recovery and Tracking against UPS's own files; passes, and says so, where
 * those are absent.
 */
class ShippingSpecificationTest extends InSimulator {
  private static final String SHIP = "/~1shipments~1{version}~1ship/post";
  private static final String VOID =
      "/~1shipments~1{version}~1void~1cancel~1{shipmentidentificationnumber}/delete";
  private static final String RECOVER = "/~1labels~1{version}~1recovery/post";
  private static final String TRACK = "/~1track~1v1~1details~1{inquiryNumber}/get";

  private static void assertFits(Specification file, String operation, int status, Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(file.complaints(operation, status, reply.json())).as(reply.body()).isEmpty();
  }

  private Reply ship(ShipQuestion question) {
    return caller.ship(access("alice"), question);
  }

  private static ShipQuestion dear() {
    return ShipQuestion.smallest()
        .packages(2)
        .with(
            "/Package/0/PackageServiceOptions",
            "{\"DeclaredValue\":{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"1500\"}}");
  }

  private static ShipQuestion mailedReturn() {
    return ShipQuestion.smallest()
        .with("/ReturnService", "{\"Code\":\"8\"}")
        .with("/Package/0/Description", "\"Shoes\"");
  }

  @Test
  void makesShipmentsAsSpecified() {
    List<Reply> made =
        List.of(
            ship(ShipQuestion.smallest()),
            ship(ShipQuestion.smallest().asking("ZPL")),
            ship(dear()),
            ship(ShipQuestion.toCanada()),
            ship(mailedReturn()),
            caller.ship("v2403", access("alice"), ShipQuestion.smallest()));
    Reply bad = ship(ShipQuestion.smallest().without("/ShipTo"));
    Reply unknown = caller.ship("made-up", ShipQuestion.smallest());
    Specification.shipping()
        .ifPresent(
            file -> {
              made.forEach(reply -> assertFits(file, SHIP, 200, reply));
              assertFits(file, SHIP, 400, bad);
              assertFits(file, SHIP, 401, unknown);
            });
  }

  @Test
  void isAskedInTheTestsAsSpecified() {
    Specification.shipping()
        .ifPresent(
            file -> {
              for (ShipQuestion question :
                  List.of(
                      ShipQuestion.smallest(), ShipQuestion.toCanada(), dear(), mailedReturn())) {
                assertThat(file.complaintsAboutRequest(SHIP, question.build())).isEmpty();
              }
              JsonNode bad = ShipQuestion.smallest().without("/ShipTo").build();
              assertThat(file.complaintsAboutRequest(SHIP, bad)).isNotEmpty();
            });
  }

  @Test
  void voidsAsSpecified() {
    String number = number(shipped(ShipQuestion.smallest().packages(2)));
    Reply one = caller.voids(access("alice"), number + "?trackingnumber=" + number);
    Reply all = caller.voids(access("alice"), number);
    Reply again = caller.voids(access("alice"), number);
    Specification.shipping()
        .ifPresent(
            file -> {
              assertFits(file, VOID, 200, one);
              assertFits(file, VOID, 200, all);
              assertFits(file, VOID, 400, again);
            });
  }

  @Test
  void recoversAsSpecified() {
    String number = number(shipped(ShipQuestion.toCanada()));
    List<Reply> found = new ArrayList<>();
    for (String format : List.of("GIF", "PDF", "ZPL")) {
      found.add(
          caller.recover(
              "v2603",
              access("alice"),
              "{\"Request\":{\"TransactionReference\":{\"CustomerContext\":\"lost it\"}},"
                  + "\"LabelSpecification\":{\"LabelImageFormat\":{\"Code\":\""
                  + format
                  + "\"}},"
                  + "\"LabelDelivery\":{\"LabelLinkIndicator\":\"\"},\"TrackingNumber\":\""
                  + number
                  + "\"}"));
    }
    shipped(ShipQuestion.toCanada());
    found.add(
        caller.recover(
            "v1",
            access("alice"),
            "{\"Request\":{\"TransactionReference\":{\"CustomerContext\":\"which\"}},"
                + "\"ReferenceValues\":{\"ReferenceNumber\":{\"Value\":\"SC-0001\"},"
                + "\"ShipperNumber\":\"A1B2C3\"}}"));
    Reply bad = caller.recover("v1", access("alice"), "{\"Request\":{}}");
    Specification.shipping()
        .ifPresent(
            file -> {
              found.forEach(reply -> assertFits(file, RECOVER, 200, reply));
              assertFits(file, RECOVER, 400, bad);
            });
  }

  @Test
  void tracksAsSpecified() {
    List<Reply> replies = new ArrayList<>();
    for (String fate : List.of("delivered", "delayed", "exception", "returned")) {
      ShipQuestion signed =
          ShipQuestion.toCanada()
              .with("/ShipmentServiceOptions/DeliveryConfirmation", "{\"DCISType\":\"1\"}");
      String number = number(shipped(signed));
      ups.steers(number, fate);
      for (int days = 0; days < 16; days += 3) {
        ups.movesParcelsOnBy(Duration.ofDays(days));
        replies.add(
            caller.track(
                access("alice"), "details/" + number + "?returnSignature=true&returnPOD=true"));
      }
      ups.movesParcelsOnBy(Duration.ZERO);
    }
    replies.add(caller.track(access("alice"), "reference/details/SC-0001"));
    replies.add(caller.track(access("alice"), "reference/details/nobody"));
    Reply bad = caller.track(access("alice"), "details/123456");
    Specification.tracking()
        .ifPresent(
            file -> {
              replies.forEach(reply -> assertFits(file, TRACK, 200, reply));
              assertFits(file, TRACK, 400, bad);
            });
  }

  @Test
  void wouldNoticeAMisspeltAndANumericField() {
    Reply made = ship(ShipQuestion.smallest());
    Specification.shipping()
        .ifPresent(
            file -> {
              ObjectNode misspelt = (ObjectNode) made.json();
              ObjectNode results =
                  misspelt.withObject("/ShipmentResponse").withObject("/ShipmentResults");
              results.set("PackageResult", results.remove("PackageResults"));
              results.put("ShipmentIdentificationNumber", 1);
              assertThat(file.complaints(SHIP, 200, misspelt)).hasSize(2);
            });
  }
}
