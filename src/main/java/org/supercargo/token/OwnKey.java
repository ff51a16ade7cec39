package org.supercargo.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.custody.DataKey;
import org.supercargo.custody.Place;
import org.supercargo.custody.Sealer;
import org.supercargo.custody.Wrapped;

/** The grant's own key, wrapped. Without it nothing of the grant opens, wherever a copy lies. */
@Embeddable
class OwnKey {
  @Column(name = "sealed_key")
  private byte @Nullable [] wrapped;

  @Column(name = "sealed_by")
  private @Nullable String masterKey;

  /** For JPA, and for a grant that has none yet. */
  protected OwnKey() {}

  boolean isThere() {
    return wrapped != null;
  }

  byte[] wrapped() {
    return Objects.requireNonNull(wrapped).clone();
  }

  void become(Wrapped fresh) {
    wrapped = fresh.bytes();
    masterKey = fresh.key();
  }

  DataKey open(Sealer sealer, Place place) {
    return sealer.dataKey(Objects.requireNonNull(wrapped), place);
  }

  void destroy() {
    wrapped = null;
    masterKey = null;
  }
}
