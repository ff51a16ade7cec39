package org.supercargo.simulator.state;

import java.util.List;

/**
 * What is written to the data file: no token in clear, and no code, for a code outlives no restart.
 */
record State(List<Client> clients, List<User> users, Life life, List<Token> tokens) {}
