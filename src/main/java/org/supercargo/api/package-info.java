/**
 * The REST API, {@code /api/v1}: JSON in and out, problems as RFC 9457, callers without sessions.
 * Refuses rules of shipping, people who sign in, tokens and the sockets. What it promises stands in
 * {@code openapi.yaml} beside this file.
 */
@NullMarked
package org.supercargo.api;

import org.jspecify.annotations.NullMarked;
