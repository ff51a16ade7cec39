/**
 * What people have to be told, of accounts and of single shipments: raised once per generation and
 * stage, listed until somebody has done something about it or it is over, told by log and e-mail.
 * Reads the names of accounts, and of grants no more than their dates; refuses tokens, and to
 * decide when a grant is in danger.
 */
@NullMarked
package org.supercargo.alert;

import org.jspecify.annotations.NullMarked;
