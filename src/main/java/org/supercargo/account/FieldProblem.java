package org.supercargo.account;

/**
 * One thing wrong with what was typed.
 *
 * @param field the {@link AccountDetails} component
 * @param problem the message key's last part: {@code required}, {@code tooLong}, {@code characters}
 *     (control characters), {@code format} or {@code unknown} (a country or state)
 */
public record FieldProblem(String field, String problem) {}
