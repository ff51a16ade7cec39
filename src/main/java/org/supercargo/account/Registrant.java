package org.supercargo.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;

/** Who an account number belongs to, as typed at registration and checked. */
@Embeddable
class Registrant {
  @Column(name = "account_country")
  private String accountCountry = "";

  @Column(name = "account_postal")
  private String accountPostalCode = "";

  private String nickname = "";

  @Column(name = "nickname_key")
  private String nicknameKey = "";

  private String company = "";

  @Column(name = "company_key")
  private String companyKey = "";

  @Column(name = "contact_name")
  private String contactName = "";

  private @Nullable String title;

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
  private String phone = "";
  private String email = "";

  protected Registrant() {}

  Registrant(AccountDetails details) {
    accountCountry = details.accountCountry();
    accountPostalCode = details.accountPostalCode();
    nickname = details.nickname();
    nicknameKey = key(nickname);
    company = details.company();
    companyKey = key(company);
    contactName = details.contactName();
    title = details.title();
    addressLine1 = details.addressLine1();
    addressLine2 = details.addressLine2();
    addressLine3 = details.addressLine3();
    city = details.city();
    state = details.state();
    postalCode = details.postalCode();
    country = details.country();
    phone = details.phone();
    email = details.email();
  }

  /** How a text is sorted and searched; both sides of a comparison go through here. */
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  AccountDetails details(String number) {
    return new AccountDetails(
        number,
        accountCountry,
        accountPostalCode,
        nickname,
        company,
        contactName,
        title,
        addressLine1,
        addressLine2,
        addressLine3,
        city,
        state,
        postalCode,
        country,
        phone,
        email);
  }

  Address address() {
    return address(details(""));
  }

  static Address address(AccountDetails details) {
    List<String> lines =
        Stream.of(details.addressLine1(), details.addressLine2(), details.addressLine3())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return new Address(
        lines, details.city(), details.state(), details.postalCode(), details.country());
  }
}
