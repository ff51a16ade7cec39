/**
 * The UPS simulator: a program of its own that stands in for UPS's OAuth pages and APIs in the demo
 * and in tests. It shares no class with the application, so that a misread field shows as a red
 * test instead of being wrong twice.
 */
package org.supercargo.simulator;
