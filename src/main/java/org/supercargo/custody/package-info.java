/**
 * Who may open what is sealed: master keys and where they come from, data keys wrapped by them, and
 * the rotation of both. Refuses to know what it seals; that is told by the {@code SealedRows} of
 * the room it belongs to.
 */
@NullMarked
package org.supercargo.custody;

import org.jspecify.annotations.NullMarked;
