/**
 * Append-only: who did what, when, from where, with what outcome. A leaf, called by a plain method
 * inside the caller's transaction. Refuses secrets, updates and deletes.
 */
@NullMarked
package org.supercargo.audit;

import org.jspecify.annotations.NullMarked;
