package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Keyring.Key;
import org.supercargo.scenario.Program.Answer;

/** Locations in place of accounts, for programs. */
class LocationsByApiIT extends InApi {
  private static final String LOCATIONS = "/api/v1/locations";

  private Program all;
  private long account;

  @BeforeEach
  void connectsAnAccount() {
    all = program("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    administrator().hasConnected("alice", "A1B2C3");
    account = all.gets("/api/v1/accounts").json().at("/items/0/id").asLong();
  }

  @Test
  void listsActiveLocationsStretchByStretch() {
    location("East", account, true);
    location("West", null, true);
    location("Closed", account, false);
    Answer first = Promise.isKept(all.gets(LOCATIONS + "?limit=1"));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.json().at("/items/0/name").asText()).isEqualTo("East");
    assertThat(first.json().at("/items/0/account").asLong()).isEqualTo(account);
    assertThat(first.json().at("/items/0/accountStatus").asText()).isEqualTo("CONNECTED");
    assertThat(first.json().at("/items/0/ready").asBoolean()).isTrue();
    assertThat(first.json().at("/items/0/from/address/city").asText()).isEqualTo("Savannah");
    String next = first.json().path("next").asText();
    Answer second = Promise.isKept(all.gets(LOCATIONS + "?limit=1&cursor=" + next));
    assertThat(second.json().at("/items/0/name").asText()).isEqualTo("West");
    assertThat(second.json().at("/items/0/ready").asBoolean()).isFalse();
    assertThat(second.json().has("next")).isFalse();
    assertThat(all.gets(LOCATIONS, "If-None-Match", all.gets(LOCATIONS).header("ETag")).status())
        .isEqualTo(304);
    Promise.isKept(isProblem(program("RATES").gets(LOCATIONS), 403));
  }

  @Test
  void ratesAndShipsFromALocationByNameAndById() {
    long id = location("East", account, true);
    for (String called : List.of("eAST", Long.toString(id))) {
      Answer rates = Promise.isKept(rates(from(Orders.rate(account), called)));
      assertThat(rates.status()).as(rates.text()).isEqualTo(200);
      assertThat(rates.json().path("rates")).isNotEmpty();
    }
    Answer made = Promise.isKept(ships(from(Orders.shipment(account), "East")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("account").asLong()).isEqualTo(account);
    assertThat(sentFrom()).isEqualTo("Savannah");
  }

  @Test
  void letsTheRequestGoBeforeTheLocation() {
    location("Anywhere", null, true);
    ObjectNode order = from(Orders.shipment(account), "Anywhere");
    assertThat(pointer(ships(order))).isEqualTo("/location");
    order.put("account", account);
    assertThat(Promise.isKept(ships(order)).status()).isEqualTo(201);
    assertThat(sentFrom()).isEqualTo("Savannah");
    ObjectNode from = order.putObject("from");
    from.put("name", "Shop").putObject("address").put("city", "Macon").put("country", "US");
    ((ObjectNode) from.path("address")).put("state", "GA").put("postalCode", "31201");
    from.withObject("/address").putArray("lines").add("1 Peach St");
    Answer elsewhere = Promise.isKept(ships(order));
    assertThat(elsewhere.status()).as(elsewhere.text()).isEqualTo(201);
    assertThat(sentFrom()).isEqualTo("Macon");
  }

  /** An answer gets lost; before it is sent again, an administrator changes what it left out. */
  @Test
  void meansTheSameShipmentByTheSameBodyWhateverItsDefaultsHaveBecome() {
    location("East", account, true);
    ObjectNode order = from(Orders.shipment(account), "East");
    String key = UUID.randomUUID().toString();
    Answer first = ships(order, key);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    installation().does("update ship_location set city = 'Macon', postal_code = '31201'");
    installation()
        .does(
            ("insert into shipping_default (account_id, wishes) values (%d, '{\"labelFormat\":"
                    + "\"ZPL\",\"stockInches\":8,\"sheet\":\"A4\",\"packaging\":\"OWN\","
                    + "\"payer\":{\"payer\":\"Shipper\"}}')")
                .formatted(account));
    isTheSame(ships(order, key), first);
    installation().does("update ship_location set active = false");
    isTheSame(ships(order, key), first);
    installation().does("update ship_location set active = true");
    Answer other = Promise.isKept(isProblem(ships(order.put("service", "02"), key), 422));
    assertThat(other.json().path("type").asText()).endsWith(":key-taken");
    assertThat(other.json().path("shipment")).isEqualTo(first.json().path("id"));
    assertThat(ups().count("ship")).isEqualTo(1);
  }

  private static void isTheSame(Answer again, Answer first) {
    assertThat(Promise.isKept(again).status()).as(again.text()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
  }

  @Test
  void saysInAProblemWhyALocationCanNotBeShippedFrom() {
    location("Closed", account, false);
    location("East", account, true);
    for (String wrong : List.of("Nowhere", "999999999", " ", "\0", "Closed")) {
      Answer refused = isProblem(rates(from(Orders.rate(account), wrong)), 422);
      assertThat(pointer(Promise.isKept(refused))).as(wrong).isEqualTo("/location");
    }
    ObjectNode neither = Orders.rate(account);
    neither.remove("account");
    assertThat(pointer(Promise.isKept(isProblem(rates(neither), 422)))).isEqualTo("/account");
    installation().does("update carrier_grant set state = 'NEEDS_CONSENT'");
    Answer again = Promise.isKept(isProblem(rates(from(Orders.rate(account), "East")), 409));
    assertThat(again.json().path("type").asText()).endsWith(":reconnect-needed");
    assertThat(again.json().path("detail").asText()).contains("A1B2C3", "administrator");
    installation()
        .does("update carrier_account set live_key = null, deleted_at = current_timestamp");
    Answer dead = Promise.isKept(isProblem(ships(from(Orders.shipment(account), "East")), 422));
    assertThat(pointer(dead)).isEqualTo("/location");
    assertThat(dead.json().at("/errors/0/detail").asText()).contains("was deleted");
    assertThat(ups().count("ship")).isZero();
  }

  @Test
  void hidesFromAKeyTheLocationsOfOthersAccounts() {
    account("BBB222");
    location("East", account, true);
    location("Free", null, true);
    Key key = Keyring.makesFor(Staff.admin(visitor()), "BBB222", "600", "ACCOUNTS_READ", "RATES");
    Program other = Program.of(installation(), key.key());
    JsonNode seen = other.gets(LOCATIONS).json().path("items");
    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/name").asText()).isEqualTo("Free");
    Answer refused =
        isProblem(other.posts("/api/v1/rates", from(Orders.rate(account), "East").toString()), 422);
    assertThat(refused.text()).contains("There is no such location");
  }

  private static ObjectNode from(ObjectNode order, String location) {
    order.remove("account");
    order.put("location", location);
    return order;
  }

  private Answer rates(ObjectNode body) {
    return all.posts("/api/v1/rates", body.toString());
  }

  private Answer ships(ObjectNode body) {
    return ships(body, UUID.randomUUID().toString());
  }

  private Answer ships(ObjectNode body, String key) {
    return all.posts("/api/v1/shipments", body.toString(), "Idempotency-Key", key);
  }

  private static String pointer(Answer refused) {
    return refused.json().at("/errors/0/pointer").asText();
  }

  /** Of the newest shipment, as it was ordered. */
  private String sentFrom() {
    String ordered =
        installation()
            .asks("select ordered from shipment order by id desc")
            .getFirst()
            .get("ordered")
            .toString();
    try {
      return Program.JSON.readTree(ordered).at("/consignment/from/address/city").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long location(String name, Long ships, boolean active) {
    installation()
        .does(
            "insert into ship_location (name, name_key, account_id, company, contact_name, phone,"
                + " address_line1, city, state, postal_code, country, active, created_at, version)"
                + " values ('%s', lower('%1$s'), %s, 'Example Corp', 'Dora Dock', '+19125550100',"
                    .formatted(name, ships)
                + " '1 River St', 'Savannah', 'GA', '31401', 'US', "
                + active
                + ", current_timestamp, 0)");
    return ((Number)
            installation()
                .asks("select id from ship_location where name = '" + name + "'")
                .getFirst()
                .get("id"))
        .longValue();
  }
}
