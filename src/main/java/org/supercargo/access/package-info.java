/**
 * People, their roles and passwords, and how often one may be wrong. Refuses carriers and accounts.
 */
@NullMarked
package org.supercargo.access;

import org.jspecify.annotations.NullMarked;
