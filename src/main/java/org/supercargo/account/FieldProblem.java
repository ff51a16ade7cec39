package org.supercargo.account;

/**
 * One thing wrong with what was typed.
 *
 * @param field the {@link AccountDetails} component
 * @param problem the message key's last part, such as {@code required}, {@code tooLong}, {@code
 *     format}, {@code taken}
 */
public record FieldProblem(String field, String problem) {}
