package org.supercargo.shipping.location;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;

/** Where goods are shipped from. Never removed: the audit trail names it. */
@Entity
@Table(name = "ship_location")
class Location {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String name = "";

  @Column(name = "name_key")
  private String nameKey = "";

  @Column(name = "account_id")
  private @Nullable Long accountId;

  private String company = "";

  @Column(name = "contact_name")
  private String contactName = "";

  private String phone = "";

  @Column(name = "address_line1")
  private String addressLine1 = "";

  @Column(name = "address_line2")
  private @Nullable String addressLine2;

  @Column(name = "address_line3")
  private @Nullable String addressLine3;

  private String city = "";
  private @Nullable String state;

  @Column(name = "postal_code")
  private @Nullable String postalCode;

  private String country = "";
  private boolean active = true;

  @Column(name = "created_at")
  private Instant createdAt = Instant.EPOCH;

  @Version private long version;

  protected Location() {}

  Location(LocationDetails details, Instant now) {
    createdAt = now;
    describe(details);
  }

  /** How names are compared. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  long id() {
    return id;
  }

  /** How the audit trail names it. */
  String subject() {
    return "location " + name;
  }

  @Nullable Long account() {
    return accountId;
  }

  /** From another account than before. */
  void ship(long account) {
    accountId = account;
  }

  void describe(LocationDetails details) {
    name = details.name();
    nameKey = key(name);
    accountId = details.account();
    company = details.company();
    contactName = details.contactName();
    phone = details.phone();
    addressLine1 = details.addressLine1();
    addressLine2 = details.addressLine2();
    addressLine3 = details.addressLine3();
    city = details.city();
    state = details.state();
    postalCode = details.postalCode();
    country = details.country();
  }

  LocationDetails details() {
    return new LocationDetails(
        name,
        accountId,
        company,
        contactName,
        phone,
        addressLine1,
        addressLine2,
        addressLine3,
        city,
        state,
        postalCode,
        country);
  }

  /** In words for the audit trail; empty when nothing is other than it was. */
  List<String> changes(LocationDetails other) {
    List<String> changes = new ArrayList<>();
    if (!name.equals(other.name())) {
      changes.add("name, was " + name);
    }
    if (!Objects.equals(accountId, other.account())) {
      changes.add("account");
    }
    if (!details().from().equals(other.from())) {
      changes.add("address");
    }
    return changes;
  }

  /** False when it was so already. */
  boolean turn(boolean on) {
    boolean turned = active != on;
    active = on;
    return turned;
  }

  LocationView view(@Nullable AccountRow account) {
    return new LocationView(id, name, details().from(), account, active);
  }
}
