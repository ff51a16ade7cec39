package org.supercargo.web.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  @ParameterizedTest
  @CsvSource({
    "consignment.to.name, ship:to:company",
    "consignment.from.attention, ship:from:contactName",
    "consignment.from, ship:elsewhere",
    "consignment.to.phone, ship:to:phone",
    "consignment.to.address.lines, ship:to:addressLine1",
    "consignment.to.address.lines[2], ship:to:addressLine3",
    "consignment.to.address.postalCode, ship:to:postalCode",
    "consignment.parcels[3].weight, ship:parcels:3:weight",
    "consignment.parcels[0].size, ship:parcels:0:length",
    "consignment.parcels[12].declaredValue, ship:parcels:12:value",
    "transport.accountNumber, ship:payer:accountNumber",
    "duties.country, ship:duties:country",
    "references[0].value, ship:reference",
    "notifications[1].emails, ship:emails",
    "customs.items[2].unitPrice, ship:items:2:unitPrice",
    "customs.invoiceNumber, ship:invoiceNumber",
    "labelEmail, ship:labelEmail",
    "description, ship:description"
  })
  void showsAProblemWhereItIsTyped(String field, String component) {
    assertThat(Fields.place(field)).isEqualTo(component);
  }

  @Test
  void knowsNoPlaceForWhatIsTypedNowhere() {
    assertThat(Fields.place("consignment.shipper.phone")).isEmpty();
  }
}
