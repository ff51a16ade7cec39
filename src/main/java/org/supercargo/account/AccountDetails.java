package org.supercargo.account;

import org.jspecify.annotations.Nullable;

/**
 * What the UPS Developer Kit Registration page asks for, as typed.
 *
 * @param number six letters and digits, or ten with four leading zeros
 * @param accountCountry ISO 3166-1 alpha-2, as on the carrier's account
 * @param country ISO 3166-1 alpha-2, of the address
 */
public record AccountDetails(
    String number,
    String accountCountry,
    String accountPostalCode,
    String nickname,
    String company,
    String contactName,
    @Nullable String title,
    String addressLine1,
    @Nullable String addressLine2,
    @Nullable String addressLine3,
    String city,
    @Nullable String state,
    @Nullable String postalCode,
    String country,
    String phone,
    String email) {}
