/**
 * The OAuth side of the simulated UPS, one file per operation: authorize and its older brother
 * validate-client, the log-in pages, token, refresh. Strict where a lenient answer would hide a
 * client's mistake.
 */
package org.supercargo.simulator.oauth;
