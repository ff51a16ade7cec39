/**
 * What the simulated UPS offers and what it takes for it: places, parcels, services, prices, days
 * in transit. Rating quotes it, Shipping bills it. Plausible, not true.
 */
package org.supercargo.simulator.tariff;
