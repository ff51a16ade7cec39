package org.supercargo.account;

/** How many living accounts need a person, for the banner. */
public record Attention(long expiring, long expired, long notVerified, long needsConsent) {
  public boolean isNeeded() {
    return expiring + expired + notVerified + needsConsent > 0;
  }
}
