/**
 * Plain HTTP in and out: requests as values, answers as values, strict form parsing, and the gate
 * that every request passes. Knows nothing of UPS beyond the shape of its error bodies.
 */
package org.supercargo.simulator.http;
