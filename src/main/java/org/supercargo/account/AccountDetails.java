package org.supercargo.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What the UPS Developer Kit Registration page asks for, as typed. Lengths are code points.
 *
 * @param number six letters and digits, or ten with four leading zeros
 * @param accountCountry ISO 3166-1 alpha-2, as on the carrier's account
 * @param accountPostalCode empty where that country has none
 * @param state required where {@link States} knows some
 * @param postalCode required where the country has them
 * @param country ISO 3166-1 alpha-2, of the address
 * @param phone as people of that country write it; kept as E.164
 */
public record AccountDetails(
    @NotBlank(message = "required") String number,
    @NotBlank(message = "required") String accountCountry,
    @Text(max = 10) String accountPostalCode,
    @NotBlank(message = "required") @Text(max = 35) String nickname,
    @NotBlank(message = "required") @Text(max = 35) String company,
    @NotBlank(message = "required") @Text(max = 35) String contactName,
    @Text(max = 35) @Nullable String title,
    @NotBlank(message = "required") @Text(max = 35) String addressLine1,
    @Text(max = 35) @Nullable String addressLine2,
    @Text(max = 35) @Nullable String addressLine3,
    @NotBlank(message = "required") @Text(max = 30) String city,
    @Text(max = 5) @Nullable String state,
    @Text(max = 10) @Nullable String postalCode,
    @NotBlank(message = "required") String country,
    @NotBlank(message = "required") String phone,
    @NotBlank(message = "required") @Text(max = 254) @Email(message = "format") String email) {}
