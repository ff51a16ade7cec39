package org.supercargo.access.key;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do. {@link #RATES} alone is to look and not to buy. */
public enum Scope {
  ACCOUNTS_READ("accounts:read"),
  RATES("rates"),
  SHIP("ship"),
  SHIPMENTS_READ("shipments:read"),
  VOID("void"),
  TRACK("track");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As it stands in tokens, answers and the database. */
  public String word() {
    return word;
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }

  /** Words that are nobody's are passed over: an identity provider has scopes of its own. */
  static Set<Scope> among(Collection<String> words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    words.forEach(word -> of(word).ifPresent(scopes::add));
    return scopes;
  }

  static String words(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
  }
}
