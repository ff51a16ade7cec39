/**
 * What UPS's older APIs (Rating, Shipping, Label Recovery) have in common: numbered versions, the
 * wrapped question, the wrapped success, checks of required fields.
 */
package org.supercargo.simulator.classic;
