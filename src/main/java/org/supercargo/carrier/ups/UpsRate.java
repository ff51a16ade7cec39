package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Proof;

/**
 * The one Rate call that proves an account number: UPS prices a parcel with a shipper number only
 * for a log-in that holds it.
 */
final class UpsRate {
  private static final Set<String> POUNDS = Set.of("US", "PR");

  private UpsRate() {}

  static HttpRequest question(UpsSettings settings, Credentials credentials, AccountClaim claim) {
    return HttpRequest.newBuilder(URI.create(settings.base() + "/api/rating/v2409/Rate"))
        .header("Authorization", "Bearer " + credentials.accessToken().reveal())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        // At most 32 characters, and no two alike.
        .header("transId", UUID.randomUUID().toString().replace("-", ""))
        .header("transactionSrc", settings.transactionSource())
        .POST(BodyPublishers.ofString(body(claim).toString()))
        .build();
  }

  static Proof proof(UpsAnswer answer) {
    UpsJson response = answer.json().at("RateResponse");
    List<UpsJson> rated = response.list("RatedShipment");
    if (!answer.isSuccess() || rated.isEmpty()) {
      return UpsErrors.rate(answer);
    }
    boolean denied =
        Stream.concat(
                response.at("Response").list("Alert").stream(),
                rated.stream().flatMap(shipment -> shipment.list("RatedShipmentAlert").stream()))
            .anyMatch(UpsErrors::deniesNegotiatedRates);
    boolean given = rated.stream().anyMatch(UpsRate::hasNegotiatedRate);
    return new Proof.Proven(given && !denied);
  }

  private static boolean hasNegotiatedRate(UpsJson shipment) {
    return shipment.at("NegotiatedRateCharges").at("TotalCharge").text("MonetaryValue").isPresent();
  }

  /**
   * A parcel from the account's address to the same address: the one destination that every origin
   * in every country reaches, and that can't contradict itself.
   */
  private static ObjectNode body(AccountClaim claim) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode request = root.putObject("RateRequest");
    request.putObject("Request").put("RequestOption", "Rate");
    ObjectNode shipment = request.putObject("Shipment");
    ObjectNode shipper = shipment.putObject("Shipper");
    shipper.put("Name", "Shipper").put("ShipperNumber", claim.number());
    shipper.set("Address", address(claim.address()));
    for (String party : List.of("ShipTo", "ShipFrom")) {
      shipment.putObject(party).put("Name", party).set("Address", address(claim.address()));
    }
    shipment.putObject("Service").put("Code", service(claim.address().country()));
    ObjectNode parcel = shipment.putArray("Package").addObject();
    parcel.putObject("PackagingType").put("Code", "02");
    ObjectNode weight = parcel.putObject("PackageWeight");
    weight.put("Weight", "1").putObject("UnitOfMeasurement").put("Code", unit(claim.address()));
    shipment.putObject("ShipmentRatingOptions").put("NegotiatedRatesIndicator", "Y");
    return root;
  }

  private static ObjectNode address(Address address) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    address.lines().forEach(node.withArray("AddressLine")::add);
    node.put("City", address.city());
    if (address.state() != null) {
      node.put("StateProvinceCode", address.state());
    }
    if (address.postalCode() != null) {
      node.put("PostalCode", address.postalCode());
    }
    return node.put("CountryCode", address.country());
  }

  /** Services differ by origin: Ground (03) is American, Standard (11) serves Canada at home. */
  private static String service(String origin) {
    return switch (origin) {
      case "US", "PR" -> "03";
      case "CA" -> "11";
      default -> "65";
    };
  }

  private static String unit(Address address) {
    return POUNDS.contains(address.country()) ? "LBS" : "KGS";
  }
}
