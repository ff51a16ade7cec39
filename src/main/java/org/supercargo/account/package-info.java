/**
 * Carrier accounts and how one gets registered, regenerated and deleted. Refuses wire formats and
 * ciphers.
 */
@NullMarked
package org.supercargo.account;

import org.jspecify.annotations.NullMarked;
