package org.supercargo.alert;

/** An alert in words, in two forms of the same content. */
record Letter(String subject, String text, String html) {}
