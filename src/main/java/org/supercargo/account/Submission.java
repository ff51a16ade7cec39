package org.supercargo.account;

import org.supercargo.audit.Actor;

/**
 * Checked details, as somebody submits them.
 *
 * @param keepUnverified save even when the carrier can't be asked
 */
record Submission(AccountDetails details, boolean keepUnverified, Actor who) {
  String number() {
    return details.number();
  }
}
