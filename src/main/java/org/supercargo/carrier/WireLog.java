package org.supercargo.carrier;

/**
 * Is told of every exchange with a carrier, in the caller's own thread, whether it succeeded or
 * not. Given to each call, so that its caller knows what an exchange belongs to.
 */
@FunctionalInterface
public interface WireLog {
  /** Must not throw: by then the carrier may have been paid. */
  void keep(Exchange exchange);

  /** Keeps nothing. */
  static WireLog none() {
    return exchange -> {};
  }
}
