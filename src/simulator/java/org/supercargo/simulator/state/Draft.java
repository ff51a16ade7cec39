package org.supercargo.simulator.state;

import java.util.List;

/** A shipment that is about to be booked: everything but its numbers and its time. */
public record Draft(
    String user,
    String shipperNumber,
    String serviceMark,
    int packages,
    List<String> references,
    String request) {}
