package org.supercargo.carrier.ups;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;

/** What UPS would refuse of an order, as it shows without asking. */
record UpsOrderCheck(UpsProblems problems, ShipmentOrder order) {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  static List<OrderProblem> problems(ShipmentOrder order) {
    UpsOrderCheck check = new UpsOrderCheck(new UpsProblems(), order);
    new UpsConsignmentCheck(check.problems, order.consignment()).check();
    check.whole();
    check.payers();
    check.references();
    check.border();
    check.returns();
    check.notifications();
    Customs customs = order.customs();
    if (customs != null) {
      new UpsCustomsCheck(check.problems, customs).check();
    }
    return check.problems.found();
  }

  private void whole() {
    problems.hold(order.service().matches("[0-9A-Z]{2}"), "service", "is no UPS service");
    problems.atMost(order.description(), 50, "description");
    problems.hold(
        UpsShipping.FORMATS.contains(order.label().format()),
        "label.format",
        "is none that UPS makes at once; it can be recovered");
    int height = order.label().heightInches();
    problems.hold(height == 6 || height == 8, "label.heightInches", "must be 6 or 8");
  }

  private void payers() {
    payer(order.transport(), "transport");
    payer(order.duties(), "duties");
    problems.hold(
        order.duties() == null || !isQualifiedDomestic(),
        "duties",
        "are charged across borders only");
  }

  /** As Shipping's specification has it, which knows no duties there. */
  private boolean isQualifiedDomestic() {
    Consignment consignment = order.consignment();
    return consignment.isDomestic()
        || UpsWords.isUnited(
            UpsParts.country(consignment.origin()), UpsParts.country(consignment.to()));
  }

  private void payer(@Nullable Billing payer, String field) {
    switch (payer) {
      case Billing.Receiver receiver -> {
        problems.account(receiver.accountNumber(), field + ".accountNumber");
        String country = UpsParts.country(order.consignment().to());
        problems.atMost(
            UpsParts.postalCode(receiver.postalCode(), country), 9, field + ".postalCode");
      }
      case Billing.ThirdParty third -> {
        problems.account(third.accountNumber(), field + ".accountNumber");
        problems.atMost(
            UpsParts.postalCode(third.postalCode(), third.country()), 9, field + ".postalCode");
        problems.country(third.country(), field + ".country");
      }
      case Billing.Shipper shipper -> {}
      case null -> {}
    }
  }

  private void references() {
    problems.hold(order.references().size() <= 2, "references", "can be two at most");
    for (int i = 0; i < order.references().size(); i++) {
      problems.text(order.references().get(i).value(), 35, "references[%d].value".formatted(i));
    }
  }

  private void border() {
    Consignment consignment = order.consignment();
    if (consignment.isDomestic()) {
      return;
    }
    contact(consignment.shipper(), "consignment.shipper");
    contact(consignment.to(), "consignment.to");
    boolean papers =
        consignment.parcels().stream().allMatch(parcel -> parcel.packaging() == Packaging.LETTER);
    problems.hold(
        papers || (order.description() != null && !order.description().isBlank()),
        "description",
        "is missing: goods that cross a border need one");
    boolean valued =
        UpsParts.country(consignment.origin()).equals("US")
            && Set.of("CA", "PR").contains(UpsParts.country(consignment.to()))
            && order.returns() == null;
    problems.hold(
        !valued || consignment.goodsValue() != null || order.customs() != null,
        "consignment.goodsValue",
        "is missing: UPS needs it to Canada and Puerto Rico");
  }

  private void contact(Party party, String field) {
    problems.text(party.attention(), 35, field + ".attention");
    String phone = party.phone();
    problems.hold(phone != null && !phone.isBlank(), field + ".phone", "is missing");
  }

  private void returns() {
    Consignment consignment = order.consignment();
    ReturnService returns = order.returns();
    if (returns == null) {
      Party from = consignment.from();
      problems.hold(
          from == null || UpsParts.country(from).equals(UpsParts.country(consignment.shipper())),
          "consignment.from.address.country",
          "must be the shipper's");
      return;
    }
    new UpsReturnCheck(problems, consignment).check();
    for (int i = 0; i < consignment.parcels().size(); i++) {
      problems.text(
          consignment.parcels().get(i).description(),
          35,
          "consignment.parcels[%d].description".formatted(i));
    }
    labelEmail(returns, order.labelEmail());
    problems.hold(order.customs() == null, "customs", "can't be made into an invoice for a return");
  }

  /** A mistyped one would be paid for, and the label would reach nobody. */
  private void labelEmail(ReturnService returns, @Nullable String email) {
    problems.atMost(email, 50, "labelEmail");
    if (returns == ReturnService.ELECTRONIC_LABEL) {
      String there = email == null ? "" : email.strip();
      problems.hold(!there.isEmpty(), "labelEmail", "is missing: where UPS sends the label");
      problems.hold(
          there.isEmpty() || EMAIL.matcher(there).matches(),
          "labelEmail",
          "is no e-mail address such as rita@example.com");
    }
  }

  private void notifications() {
    List<Notification> all = order.notifications();
    Set<Notification.Event> events = EnumSet.noneOf(Notification.Event.class);
    for (int i = 0; i < all.size(); i++) {
      String field = "notifications[%d]".formatted(i);
      Notification each = all.get(i);
      problems.hold(events.add(each.event()), field + ".event", "is there twice");
      problems.hold(
          !each.emails().isEmpty() && each.emails().size() <= 5,
          field + ".emails",
          "must be one to five");
      for (String email : each.emails()) {
        problems.text(email, 50, field + ".emails");
      }
      problems.atMost(each.memo(), 150, field + ".memo");
    }
  }
}
