package org.supercargo.alert;

import java.io.Serializable;

/** A living account that an alert is about. */
public record AlertedAccount(long id, String number, String nickname, String company)
    implements Serializable {}
