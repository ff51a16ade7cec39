/**
 * Labels as things: pictures put on paper at their true size, bytes packed and checked. Refuses
 * carriers, accounts and the database.
 */
@NullMarked
package org.supercargo.shipping.label;

import org.jspecify.annotations.NullMarked;
