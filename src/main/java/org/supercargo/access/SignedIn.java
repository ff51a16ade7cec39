package org.supercargo.access;

import java.io.Serializable;

/**
 * A person who is signed in, as a session remembers and every request renews it.
 *
 * @param generation counts up whenever all sessions of this person must end
 * @param mustChangePassword nothing else is allowed before
 */
public record SignedIn(
    long personId, String name, Role role, int generation, boolean mustChangePassword)
    implements Serializable {}
