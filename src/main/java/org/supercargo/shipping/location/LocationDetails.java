package org.supercargo.shipping.location;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.Text;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Party;

/**
 * A location as typed. Lengths are code points. Contact and phone are needed, so that everything
 * that starts there may cross a border.
 *
 * @param name unique, whatever its case; not of digits alone, which would be an id
 * @param account what ships from there; null leaves it to whoever ships
 * @param state required where {@link org.supercargo.account.States} knows some
 * @param postalCode required where the country has them
 * @param country ISO 3166-1 alpha-2
 * @param phone as people of that country write it; kept as E.164
 */
public record LocationDetails(
    @NotBlank(message = "required") @Text(max = 60) String name,
    @Nullable Long account,
    @NotBlank(message = "required") @Text(max = 35) String company,
    @NotBlank(message = "required") @Text(max = 35) String contactName,
    @NotBlank(message = "required") String phone,
    @NotBlank(message = "required") @Text(max = 35) String addressLine1,
    @Text(max = 35) @Nullable String addressLine2,
    @Text(max = 35) @Nullable String addressLine3,
    @NotBlank(message = "required") @Text(max = 30) String city,
    @Text(max = 5) @Nullable String state,
    @Text(max = 10) @Nullable String postalCode,
    @NotBlank(message = "required") String country) {

  Address address() {
    List<String> lines =
        Stream.of(addressLine1, addressLine2, addressLine3).filter(Objects::nonNull).toList();
    return new Address(lines, city, state, postalCode, country);
  }

  Party from() {
    return new Party(company, contactName, phone, null, null, address(), false);
  }

  LocationDetails at(Address address, String reachedAt) {
    return new LocationDetails(
        name.strip(),
        account,
        company.strip(),
        contactName.strip(),
        reachedAt,
        addressLine1.strip(),
        stripped(addressLine2),
        stripped(addressLine3),
        city.strip(),
        address.state(),
        address.postalCode(),
        address.country());
  }

  private static @Nullable String stripped(@Nullable String line) {
    return line == null || line.isBlank() ? null : line.strip();
  }
}
