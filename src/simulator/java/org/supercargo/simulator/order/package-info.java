/**
 * A shipment as it is ordered: read from Shipping's question and refused where UPS would refuse it.
 * The numbers of most refusals are of UPS's older table.
 */
package org.supercargo.simulator.order;
