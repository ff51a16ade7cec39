package org.supercargo.carrier.ups;

import java.time.Duration;
import org.supercargo.setting.Key;
import org.supercargo.setting.Keys;

/** The APIs that are called with an account's token. */
enum UpsOperation {
  RATE("rate", false),
  SHIP("ship", true),
  VOID("void", true),
  RECOVER("recover", false),
  TRACK("track", false);

  private final String word;
  private final boolean changing;

  UpsOperation(String word, boolean changing) {
    this.word = word;
    this.changing = changing;
  }

  /** As the wire log calls it. */
  String word() {
    return word;
  }

  /** Whether it does something at UPS that a second call would do again, or find done. */
  boolean isChanging() {
    return changing;
  }

  Key<Duration> readTimeout() {
    return switch (this) {
      case RATE -> Keys.UPS_RATE_TIMEOUT;
      case SHIP -> Keys.UPS_SHIP_TIMEOUT;
      case VOID -> Keys.UPS_VOID_TIMEOUT;
      case RECOVER -> Keys.UPS_RECOVER_TIMEOUT;
      case TRACK -> Keys.UPS_TRACK_TIMEOUT;
    };
  }
}
