package org.supercargo.shipping.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.ConnectedAccounts;
import org.supercargo.account.FieldProblem;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Party;
import org.supercargo.container.InContainer;

/** Where goods are shipped from, in the server. */
class LocationsIT extends InContainer {
  private static final Actor ROSA = new Actor("rosa", "192.0.2.1");

  @Inject Locations locations;
  @Inject Inheriting inheriting;
  @Inject ConnectedAccounts connected;
  @Inject AuditTrail audit;

  private long account;

  @BeforeEach
  void connect() {
    ups().forgets();
    emptyTheTables();
    account = connected.one(ups(), "alice", "A1B2C3", ROSA);
  }

  @AfterEach
  void empty() {
    emptyTheTables();
  }

  @Test
  void keepsALocationTidilyAndFindsItByItsIdAndByItsNameInAnyCase() {
    long id = kept(locations.add(Docks.called(" Warehouse Éast ", account), ROSA));
    Party from =
        new Party(
            "Peachtree Paper",
            "Dora Dock",
            "+14045550199",
            null,
            null,
            new Address(List.of("1 Dock Road", "Gate 7"), "Atlanta", "GA", "30328-1234", "US"),
            false);
    LocationView view = locations.called("wAREHOUSE éAST").orElseThrow();
    assertThat(view.id()).isEqualTo(id);
    assertThat(view.name()).isEqualTo("Warehouse Éast");
    assertThat(view.from()).isEqualTo(from);
    assertThat(view.account().number()).isEqualTo("A1B2C3");
    assertThat(view.stand()).isEqualTo(Stand.READY);
    assertThat(view.active()).isTrue();
    assertThat(locations.called(Long.toString(id))).contains(view);
    assertThat(locations.called("nowhere")).isEmpty();
    assertThat(locations.called("0")).isEmpty();
    assertThat(locations.called("\0")).isEmpty();
    assertThat(locations.called("\ud800")).isEmpty();
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    LocationDetails nothing =
        new LocationDetails(
            "12", null, " ", "x".repeat(36), "1", "", null, null, "", null, "1", "US");
    assertThat(problems(locations.add(nothing, ROSA)))
        .containsExactly(
            "name digits",
            "company required",
            "contactName tooLong",
            "phone format",
            "addressLine1 required",
            "city required",
            "state required",
            "postalCode format");
    assertThat(locations.count(LocationQuery.active(10))).isZero();
  }

  @Test
  void takesNoTwoOfANameAndNoAccountThatCanNotPickUpThere() {
    long id = kept(locations.add(Docks.called("Warehouse", account), ROSA));
    assertThat(problems(locations.add(Docks.called("WAREHOUSE", null), ROSA)))
        .containsExactly("name taken");
    long other = kept(locations.add(Docks.called("Shop", null), ROSA));
    assertThat(problems(locations.change(other, Docks.called("warehouse", null), ROSA)))
        .containsExactly("name taken");
    assertThat(locations.change(id, Docks.called("WAREHOUSE", account), ROSA))
        .isEqualTo(new LocationAnswer.Kept(id));
    assertThat(problems(locations.add(Docks.abroad("Toronto", account), ROSA)))
        .containsExactly("account abroad");
    connected.delete(account, ROSA);
    assertThat(problems(locations.add(Docks.called("Yard", account), ROSA)))
        .containsExactly("account deleted");
  }

  @Test
  void saysHowItStandsWithItsAccount() {
    long id = kept(locations.add(Docks.called("Warehouse", account), ROSA));
    long none = kept(locations.add(Docks.called("Shop", null), ROSA));
    long never = connected.withoutOAuth("4E5F6G", ROSA);
    long unconnected = kept(locations.add(Docks.called("Yard", never), ROSA));
    assertThat(stand(id)).isEqualTo(Stand.READY);
    assertThat(stand(none)).isEqualTo(Stand.NONE);
    assertThat(stand(unconnected)).isEqualTo(Stand.RECONNECT);
    connected.delete(account, ROSA);
    assertThat(stand(id)).isEqualTo(Stand.DELETED);
    assertThat(locations.view(id).orElseThrow().account().number()).isEqualTo("A1B2C3");
  }

  /** By this round, or the server's own. */
  @Test
  void shipsFromTheAccountOfTheSameNumberThatIsConnectedAgain() {
    long id = kept(locations.add(Docks.called("Warehouse", account), ROSA));
    long none = kept(locations.add(Docks.called("Shop", null), ROSA));
    connected.delete(account, ROSA);
    inheriting.go();
    assertThat(stand(id)).as("nobody inherits").isEqualTo(Stand.DELETED);
    long heir = connected.one(ups(), "alice", "A1B2C3", ROSA);
    inheriting.go();
    assertThat(stand(id)).isEqualTo(Stand.READY);
    assertThat(locations.view(id).orElseThrow().account().id()).isEqualTo(heir);
    assertThat(stand(none)).isEqualTo(Stand.NONE);
    inheriting.go();
    assertThat(audit.find(AuditFilter.ALL, 0, 20))
        .filteredOn(entry -> entry.action() == AuditAction.LOCATION_CHANGED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("location check");
              assertThat(entry.accountId()).isEqualTo(heir);
              assertThat(entry.detail()).isEqualTo("account, was %d, deleted".formatted(account));
            });
  }

  /** Whoever types a number has not proven that it is his. */
  @Test
  void doesNotShipFromAnAccountThatIsNotProven() {
    long id = kept(locations.add(Docks.called("Warehouse", account), ROSA));
    connected.delete(account, ROSA);
    connected.withoutOAuth("A1B2C3", ROSA);
    inheriting.go();
    assertThat(stand(id)).isEqualTo(Stand.DELETED);
  }

  @Test
  void writesIntoTheAuditTrailWhatWasDoneAndNothingThatWasNot() {
    long id = kept(locations.add(Docks.called("Warehouse", account), ROSA));
    locations.change(id, Docks.called("Warehouse", account), ROSA);
    locations.change(id, Docks.called("Depot", null), ROSA);
    assertThat(locations.deactivate(id, ROSA)).isTrue();
    assertThat(locations.deactivate(id, ROSA)).isFalse();
    assertThat(locations.activate(id, ROSA)).isTrue();
    assertThat(
            audit.find(AuditFilter.ALL, 0, 20).reversed().stream()
                .filter(entry -> entry.action().name().startsWith("LOCATION"))
                .map(
                    entry ->
                        "%s %s %s %s"
                            .formatted(
                                entry.actor(), entry.action(), entry.subject(), entry.detail())))
        .containsExactly(
            "rosa LOCATION_ADDED location Warehouse null",
            "rosa LOCATION_CHANGED location Depot name, was Warehouse; account",
            "rosa LOCATION_DEACTIVATED location Depot null",
            "rosa LOCATION_ACTIVATED location Depot null");
    assertThatThrownBy(() -> locations.deactivate(0, ROSA))
        .hasStackTraceContaining(NoSuchElementException.class.getName());
  }

  @Test
  void listsPageByPageWhatIsFoundAndOffersActiveOnesOnly() {
    IntStream.rangeClosed(1, 12)
        .forEach(n -> kept(locations.add(Docks.called("Dock %02d".formatted(n), null), ROSA)));
    long old = kept(locations.add(Docks.abroad("Old 100%", null), ROSA));
    locations.deactivate(old, ROSA);
    assertThat(locations.choice()).extracting(LocationView::name).hasSize(12).isSorted();
    LocationQuery all = new LocationQuery(null, null, LocationQuery.Sort.NAME, true, 0, 5);
    assertThat(locations.list(all))
        .extracting(LocationView::name)
        .containsExactly("Old 100%", "Dock 12", "Dock 11", "Dock 10", "Dock 09");
    assertThat(locations.count(all)).isEqualTo(13);
    for (String text : List.of("100%", "TORONTO", "maple")) {
      assertThat(
              locations.list(new LocationQuery(text, null, LocationQuery.Sort.CITY, false, 0, 50)))
          .as(text)
          .extracting(LocationView::id)
          .containsExactly(old);
    }
  }

  @Test
  void goesOnBehindAnIdForThoseWhoMayUseItsAccount() {
    long own = kept(locations.add(Docks.called("Own", account), ROSA));
    long free = kept(locations.add(Docks.called("Free", null), ROSA));
    long gone = kept(locations.add(Docks.called("Gone", null), ROSA));
    locations.deactivate(gone, ROSA);
    assertThat(after(0, null)).containsExactly(own, free);
    assertThat(after(own, null)).containsExactly(free);
    assertThat(after(0, Set.of())).containsExactly(free);
    assertThat(after(0, Set.of(account))).containsExactly(own, free);
    assertThat(after(0, Set.of(account + 1))).containsExactly(free);
  }

  private List<Long> after(long id, Set<Long> among) {
    return locations.after(new LocationsAfter(id, among, 10)).stream()
        .map(LocationView::id)
        .toList();
  }

  private Stand stand(long id) {
    return locations.view(id).orElseThrow().stand();
  }

  private static long kept(LocationAnswer answer) {
    assertThat(answer).isInstanceOf(LocationAnswer.Kept.class);
    return ((LocationAnswer.Kept) answer).id();
  }

  private static List<String> problems(LocationAnswer answer) {
    assertThat(answer).isInstanceOf(LocationAnswer.Wrong.class);
    return ((LocationAnswer.Wrong) answer).problems().stream().map(LocationsIT::words).toList();
  }

  private static String words(FieldProblem problem) {
    return problem.field() + " " + problem.problem();
  }
}
