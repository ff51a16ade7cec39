package org.supercargo.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param name a person's sign-in name, or the timer's name for background work
 * @param address the IP address it came from; null for background work
 */
public record Actor(String name, @Nullable String address) {}
