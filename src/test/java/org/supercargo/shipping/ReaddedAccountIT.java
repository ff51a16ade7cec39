package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditFilter;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.TrackingState;
import org.supercargo.shipping.label.Sheet;

/** Shipments of a deleted account whose number is connected again under another id. */
class ReaddedAccountIT extends InShipping {
  private static final AccountDefaults THERMAL =
      new AccountDefaults(
          DocumentFormat.ZPL, 8, Sheet.LABEL, Packaging.PAK, new Billing.Shipper(), "03");

  private long connectAgain() {
    return Connected.account(registration, ups(), "alice", "A1B2C3", ROSA);
  }

  /** By this round, or the server's own. */
  private void isInherited(long shipment, long heir) throws Exception {
    eventually(
        () -> {
          inheritance.go();
          return view(shipment).row().account() == heir;
        });
  }

  @Test
  void voidsWhatWasMadeBeforeAndKeepsTheTrailTrue() throws Exception {
    ShipmentView made = made(Goods.parcels(2, DocumentFormat.ZPL));
    accounts.delete(account, ROSA);
    inheritance.go();
    assertThat(view(made.id()).row().account()).as("nobody inherits").isEqualTo(account);
    long heir = connectAgain();
    isInherited(made.id(), heir);
    assertThat(view(made.id()).version()).as("seen by who cached it").isNotEqualTo(made.version());
    assertThat(shipping.list(ShipmentQuery.newest(10).of(Set.of(heir)).unused(true)))
        .as("still voidable")
        .extracting(ShipmentRow::id)
        .containsExactly(made.id());
    assertThat(shipping.list(ShipmentQuery.newest(10).of(Set.of(account)))).isEmpty();
    String second = made.packages().get(1).trackingNumber();
    assertThat(shipping.takeBack(made.id(), Set.of(second), ROSA))
        .isInstanceOf(VoidReply.Voided.class);
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Voided.class);
    assertThat(voided()).isEqualTo(1);
    assertThat(audited())
        .containsExactly(
            "SHIPMENT_CREATED", "SHIPMENTS_INHERITED", "SHIPMENT_VOIDED", "SHIPMENT_VOIDED");
    assertThat(accountsInTheTrail()).containsExactly(account, heir, heir, heir);
  }

  private List<Long> accountsInTheTrail() {
    return audit.find(AuditFilter.ALL, 0, 100).reversed().stream()
        .filter(entry -> entry.action().name().startsWith("SHIPMENT"))
        .map(AuditEntryView::accountId)
        .toList();
  }

  @Test
  void recoversLabelsAndTracksWhatWasMadeBefore() throws Exception {
    ShipmentView made = made(Goods.parcel());
    accounts.delete(account, ROSA);
    assertThatThrownBy(() -> shipping.recover(made.id(), ROSA)).isInstanceOf(ReconnectNeeded.class);
    isInherited(made.id(), connectAgain());
    execute("delete from shipment_document");
    shipping.recover(made.id(), ROSA);
    assertThat(shipping.labels(made.id(), made.order().label().format(), ROSA)).hasSize(1);
    assertThat(shipping.track(made.id()).getFirst().parcels().getFirst().state())
        .isEqualTo(TrackingState.LABEL_MADE);
    execute("update shipment_document set content = null");
    assertThat(shipping.labels(made.id(), DocumentFormat.PDF, ROSA)).hasSize(1);
  }

  /** Until then the same goods are held, which goes by the account that asked for them. */
  @Test
  void leavesWhatIsNotKnownWhereItIsUntilItIs() throws Exception {
    ups().cutsNextAfterWork("ship");
    ups().answersNext("recover", 503, 500);
    ShipmentView lost = pending(command(Goods.parcel()));
    accounts.delete(account, ROSA);
    long heir = connectAgain();
    inheritance.go();
    assertThat(view(lost.id()).row().account()).isEqualTo(account);
    assertThat(shipping.ship(new ShipCommand("by-hand", heir, Goods.parcel()), ROSA))
        .isInstanceOf(ShipAnswer.Held.class);
    ups().dropsPreparedAnswers();
    looksUntil(lost.id(), ShipmentState.CREATED);
    isInherited(lost.id(), heir);
  }

  /** Whoever types a number has not proven that it is his. */
  @Test
  void leavesNothingToAnAccountThatIsNotProven() throws Exception {
    ShipmentView made = made(Goods.parcel());
    accounts.delete(account, ROSA);
    long typed = connectAgain();
    execute("update carrier_account set verification = 'NOT_VERIFIED' where id = " + typed);
    inheritance.go();
    assertThat(view(made.id()).row().account()).isEqualTo(account);
  }

  @Test
  void closesTheAlertOfAVoidingOnceItIsVoided() throws Exception {
    ShipmentView made = made(Goods.parcel());
    ups().answersNext("void", 503, 50);
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Pending.class);
    accounts.delete(account, ROSA);
    looksUntil(made.id(), ShipmentState.VOID_REFUSED);
    assertThat(alerted()).hasSize(1);
    ups().dropsPreparedAnswers();
    isInherited(made.id(), connectAgain());
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Voided.class);
    assertThat(alerted()).isEmpty();
  }

  @Test
  void beginsShipmentsAsThoseOfTheDeletedAccount() throws Exception {
    shipping.keepDefaults(account, THERMAL, ROSA);
    accounts.delete(account, ROSA);
    inheritance.go();
    assertThat(shipping.defaults(account)).as("nobody inherits").isEqualTo(THERMAL);
    long heir = connectAgain();
    eventually(
        () -> {
          inheritance.go();
          return shipping.defaults(heir).equals(THERMAL);
        });
    assertThat(texts("select account_id from shipping_default"))
        .containsExactly(Long.toString(heir));
    assertThat(audit.find(AuditFilter.ALL, 0, 1).getFirst().detail())
        .isEqualTo("those of account %d, deleted".formatted(account));
  }

  @Test
  void leavesDefaultsThatWereChosenForTheNewAccount() throws Exception {
    shipping.keepDefaults(account, THERMAL, ROSA);
    accounts.delete(account, ROSA);
    long heir = connectAgain();
    shipping.keepDefaults(heir, AccountDefaults.UNCHOSEN, ROSA);
    execute(
        "insert into shipping_default (account_id, wishes)"
            + " select %d, wishes from shipping_default where account_id = %d"
                .formatted(account, heir)
            + " and not exists (select 1 from shipping_default where account_id = %d)"
                .formatted(account));
    eventually(
        () -> {
          inheritance.go();
          return texts("select account_id from shipping_default")
              .equals(List.of(Long.toString(heir)));
        });
    assertThat(shipping.defaults(heir)).isEqualTo(AccountDefaults.UNCHOSEN);
  }
}
