package org.supercargo.web.shipment;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;

/** Who pays, as the inputs of a page hold it. */
public class PayerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whom a page offers; the bundle has words for each. */
  public enum Kind {
    SHIPPER,
    RECEIVER,
    THIRD_PARTY
  }

  private final Map<String, @Nullable String> typed = new HashMap<>();

  /** Null when nobody was chosen. */
  @Nullable Billing billing() {
    String number = Reading.text(typed, "accountNumber").toUpperCase(Locale.ROOT);
    String postalCode = Reading.optional(typed, "postalCode");
    return switch (Reading.chosen(typed, "kind", Kind.class)) {
      case SHIPPER -> new Billing.Shipper();
      case RECEIVER -> new Billing.Receiver(number, postalCode);
      case THIRD_PARTY ->
          new Billing.ThirdParty(number, postalCode, Reading.text(typed, "country"));
      case null -> null;
    };
  }

  void fill(@Nullable Billing billing) {
    typed.clear();
    switch (billing) {
      case Billing.Shipper shipper -> typed.put("kind", Kind.SHIPPER.name());
      case Billing.Receiver receiver -> {
        typed.put("kind", Kind.RECEIVER.name());
        typed.put("accountNumber", receiver.accountNumber());
        typed.put("postalCode", receiver.postalCode());
      }
      case Billing.ThirdParty third -> {
        typed.put("kind", Kind.THIRD_PARTY.name());
        typed.put("accountNumber", third.accountNumber());
        typed.put("postalCode", third.postalCode());
        typed.put("country", third.country());
      }
      case null -> {}
    }
  }

  /** Whether it is somebody with an account of their own. */
  public boolean isOther() {
    return isThirdParty() || Kind.RECEIVER.name().equals(typed.get("kind"));
  }

  public boolean isThirdParty() {
    return Kind.THIRD_PARTY.name().equals(typed.get("kind"));
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }
}
