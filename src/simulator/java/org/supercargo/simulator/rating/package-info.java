/**
 * The Rating API of the simulated UPS: what it admits, what it refuses and by which code, a price
 * table that is plausible rather than true, and the shapes that the versions of the API give to
 * their answers.
 */
package org.supercargo.simulator.rating;
