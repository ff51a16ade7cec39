package org.supercargo.simulator.order;

import java.util.List;
import org.supercargo.simulator.tariff.Parcel;

/** A package to be shipped. */
public record Piece(Parcel parcel, String description, List<Reference> references) {}
