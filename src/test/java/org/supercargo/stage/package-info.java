/**
 * The stage that container and scenario tests play on: database, key set, ports, server process.
 */
package org.supercargo.stage;
