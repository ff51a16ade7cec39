/**
 * What the simulated UPS remembers, one class per thing: clients, log-ins, codes, grants, life
 * times, the clock, and the test instruments' own memory (calls, prepared answers, secrets handed
 * out). Knows nothing of HTTP.
 */
package org.supercargo.simulator.state;
