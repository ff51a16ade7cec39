package org.supercargo.account;

/** How many living accounts need a person, for the banner. */
public record Attention(
    long expiring,
    long expired,
    long notVerified,
    long needsConsent,
    long uncertain,
    long needsAttention) {
  public boolean isNeeded() {
    return expiring + expired + notVerified + needsConsent + uncertain + needsAttention > 0;
  }
}
