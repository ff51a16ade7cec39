package org.supercargo.carrier;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at an address: who ships, where from, or where to.
 *
 * @param name the company's, or the person's; at most 35 characters
 * @param attention the person to ask for; needed abroad
 * @param phone digits, spaces and signs as typed; needed abroad
 * @param email where it exists
 * @param taxNumber where customs wants one
 * @param residential a home, which costs more than a business
 */
public record Party(
    String name,
    @Nullable String attention,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String taxNumber,
    Address address,
    boolean residential) {

  public static Party of(String name, Address address) {
    return new Party(name, null, null, null, null, address, false);
  }

  public Party reachedAt(String attention, String phone) {
    return new Party(name, attention, phone, email, taxNumber, address, residential);
  }

  public Party atHome() {
    return new Party(name, attention, phone, email, taxNumber, address, true);
  }
}
