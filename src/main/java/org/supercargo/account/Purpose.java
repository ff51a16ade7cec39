package org.supercargo.account;

import org.jspecify.annotations.Nullable;

/** Why somebody is sent to the carrier's consent pages. */
public sealed interface Purpose {
  /** A new account number. */
  record Add() implements Purpose {}

  /** An account registered before OAuth, or one whose grant is gone. */
  record Connect(long accountId) implements Purpose {}

  /** New tokens for the grant of this account, and so for all its numbers. */
  record Regenerate(long accountId) implements Purpose {}

  /** The account it is about, or null. */
  default @Nullable Long account() {
    return switch (this) {
      case Add() -> null;
      case Connect(long id) -> id;
      case Regenerate(long id) -> id;
    };
  }
}
