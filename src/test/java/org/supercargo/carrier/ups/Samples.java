package org.supercargo.carrier.ups;

/** Answers as UPS writes them, put together by hand from recordings' shapes. */
final class Samples {
  static final String RATE =
      """
      {"RateResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
       "Alert":[{"Code":"110971","Description":"Your invoice may vary"}],"TransactionReference":""},
       "RatedShipment":[{"Service":{"Code":"03","Description":""},
        "RatedShipmentAlert":[{"Code":"119001","Description":"Additional handling has been added"}],
        "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS","Description":"Pounds"},"Weight":"5.0"},
        "TransportationCharges":{"CurrencyCode":"USD","MonetaryValue":"15.00"},
        "BaseServiceCharge":{"CurrencyCode":"USD","MonetaryValue":"12.00"},
        "ItemizedCharges":[{"Code":"375","CurrencyCode":"USD","MonetaryValue":"3.00"},
         {"Code":"376","CurrencyCode":"USD","MonetaryValue":"0.00","SubType":"Urban"}],
        "ServiceOptionsCharges":{"CurrencyCode":"USD","MonetaryValue":"0.00"},
        "TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"15.00"},
        "NegotiatedRateCharges":{"ItemizedCharges":[],
         "TotalCharge":{"CurrencyCode":"USD","MonetaryValue":"9.10"}},
        "GuaranteedDelivery":{"BusinessDaysInTransit":"1","DeliveryByTime":"10:30 A.M."},
        "RatedPackage":[{"Weight":"5.0"}],
        "TimeInTransit":{"PickupDate":"20261130","ServiceSummary":{"Service":{"Description":"UPS Ground"},
         "EstimatedArrival":{"Arrival":{"Date":"20261202","Time":"103000"},
          "BusinessDaysInTransit":"2"}}}}]}}
      """;

  static final String SHIP =
      """
      {"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
       "Alert":{"Code":"120900","Description":"Not qualified"},"TransactionReference":""},
       "ShipmentResults":{"Disclaimer":[{"Code":"01","Description":"Taxes are included"}],
        "ShipmentCharges":{"TransportationCharges":{"CurrencyCode":"USD","MonetaryValue":"18.22"},
         "ItemizedCharges":{"Code":"270","CurrencyCode":"USD","MonetaryValue":"5.95"},
         "ServiceOptionsCharges":{"CurrencyCode":"USD","MonetaryValue":"0.00"},
         "TaxCharges":[{"Type":"VAT","MonetaryValue":"1.20"}],
         "TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"18.22"},
         "TotalChargesWithTaxes":{"CurrencyCode":"USD","MonetaryValue":"19.42"}},
        "NegotiatedRateCharges":{"TotalCharge":{"CurrencyCode":"USD","MonetaryValue":"13.12"}},
        "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS"},"Weight":"4.0"},
        "ShipmentIdentificationNumber":"1ZA1B2C30358552916",
        "PackageResults":{"TrackingNumber":"1ZA1B2C30358552916",
         "ShippingLabel":{"ImageFormat":{"Code":"ZPL"},"GraphicImage":"XlhBXlha","HTMLImage":"PGh0bWw+"},
         "ShippingReceipt":{"ImageFormat":{"Code":"HTML"},"GraphicImage":"PGh0bWw+"}},
        "ControlLogReceipt":[{"ImageFormat":{"Code":"HTML"},"GraphicImage":"PGh0bWw+"}],
        "Form":{"Code":"01","Description":"All Requested International Forms",
         "Image":{"ImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0xLjQ="}},
        "LabelURL":"https://www.ups.com/uel/llp/1Z"}}}
      """;

  static final String VOID =
      """
      {"VoidShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
       "SummaryResult":{"Status":{"Code":"1","Description":"Voided"}},
       "PackageLevelResult":{"TrackingNumber":"1ZA1B2C30358552916",
        "Status":{"Code":"1","Description":"Voided&#xD;"}}}}
      """;

  static final String RECOVER =
      """
      {"LabelRecoveryResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
       "ShipmentIdentificationNumber":"1ZA1B2C30358552916",
       "LabelResults":{"TrackingNumber":"1ZA1B2C30358552916",
        "LabelImage":{"LabelImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0xLjQ=",
         "URL":"https://www.ups.com/uel/llp/1Z"},"Receipt":{"HTMLImage":"PGh0bWw+"}},
       "Form":{"Image":{"ImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0xLjQ="}}}}
      """;

  static final String CANDIDATES =
      """
      {"LabelRecoveryResponse":{"Response":{"ResponseStatus":{"Code":"1"}},
       "TrackingCandidate":[{"TrackingNumber":"1ZA1B2C30358552916","DestinationPostalCode":"10036",
        "DestinationCountryCode":"US"},{"TrackingNumber":"1ZA1B2C30358552925"}]}}
      """;

  static final String TRACK =
      """
      {"trackResponse":{"shipment":[{"inquiryNumber":"1ZA1B2C30358552916","package":[
       {"trackingNumber":"1ZA1B2C30358552916",
        "deliveryDate":[{"type":"SDD","date":"20261202"},{"type":"RDD","date":"20261203"},
         {"type":"DEL","date":"20261203"}],
        "deliveryTime":{"type":"DEL","endTime":"142000"},
        "activity":[{"location":{"address":{"city":"NEW YORK","stateProvince":"NY","countryCode":"US"},
          "slic":"1234"},"status":{"type":"D","description":"DELIVERED","code":"FS","statusCode":"011"},
          "date":"20261203","time":"142000","gmtDate":"20261203","gmtTime":"19:20:00",
          "gmtOffset":"-05:00"},
         {"location":{"address":{"countryCode":"US"}},"status":{"type":"M","description":"Label",
          "code":"MP","statusCode":"003"},"date":"20261128","time":"120000"}],
        "currentStatus":{"description":"Delivered","code":"FS","type":"D","statusCode":"011"},
        "packageAddress":[{"type":"DESTINATION","address":{"city":"NEW YORK","stateProvince":"NY",
         "countryCode":"US"}}],
        "weight":{"weight":"5.00","unitOfMeasurement":"LBS"},
        "service":{"code":"003","description":"UPS GROUND"},
        "referenceNumber":[{"type":"SHIPMENT","number":"SC-0001"}],
        "deliveryInformation":{"location":"FRONT DOOR","receivedBy":"SMITH",
         "signature":{"image":"R0lGODlh"},"pod":{"content":"PGh0bWw+"}}}]}]}}
      """;

  static final String NOT_TRACKED =
      """
      {"trackResponse":{"shipment":[{"inquiryNumber":"1ZA1B2C30358552916","warnings":[
       {"code":"TW0001","message":"Tracking Information Not Found"}]}]}}
      """;

  private Samples() {}
}
