/**
 * Making shipments, voiding them, getting their labels again: Shipping, Void and Label Recovery of
 * the simulated UPS.
 */
package org.supercargo.simulator.shipping;
