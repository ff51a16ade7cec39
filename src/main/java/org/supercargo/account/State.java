package org.supercargo.account;

/** A state or province that an address of its country has to name. */
public record State(String code, String name) {}
