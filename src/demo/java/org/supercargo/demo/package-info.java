/**
 * The launcher behind {@code mvn -Pdemo}: starts the UPS simulator and the application on Payara
 * Micro as two processes, and sees to it that neither outlives Maven. Knows nothing of the
 * application but its settings and addresses; compiled with the tests, never in the WAR.
 */
package org.supercargo.demo;
