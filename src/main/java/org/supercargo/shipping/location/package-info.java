/**
 * Where goods are shipped from: a name for a pick-up address and for the account that ships from
 * there. Knows nothing of shipments: whoever ships asks for a location and names its address and
 * account. Refuses screens and carriers.
 */
@NullMarked
package org.supercargo.shipping.location;

import org.jspecify.annotations.NullMarked;
