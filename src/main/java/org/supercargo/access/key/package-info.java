/**
 * Programs that call: API keys and bearer tokens of an identity provider, what each may do, and how
 * often. Refuses to know which paths there are, and to keep a key in clear.
 */
@NullMarked
package org.supercargo.access.key;

import org.jspecify.annotations.NullMarked;
