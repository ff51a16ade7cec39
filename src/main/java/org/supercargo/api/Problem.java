package org.supercargo.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is answered instead, as RFC 9457 has it.
 *
 * @param type names the kind; stays the same over versions
 * @param detail for people
 * @param instance the path that was asked
 * @param reference finds it in this server's log; only where something went wrong here
 * @param errors what is wrong in the body, field by field
 * @param shipment the id of the shipment that it is about
 * @param carrier what the carrier said
 */
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String reference,
    @Nullable List<FieldError> errors,
    @Nullable Long shipment,
    @Nullable CarrierJson carrier) {
  /**
   * What is wrong with one field.
   *
   * @param pointer where in the body, as RFC 6901 has it, such as {@code /to/address/postalCode}
   */
  public record FieldError(String pointer, String detail) {}

  static Problem of(Kind kind, @Nullable String detail) {
    return new Problem(
        kind.type(), kind.title(), kind.status(), detail, null, null, null, null, null);
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, path, reference, errors, shipment, carrier);
  }

  Problem underReference(String found) {
    return new Problem(type, title, status, detail, instance, found, errors, shipment, carrier);
  }

  Problem with(List<FieldError> wrong) {
    return new Problem(type, title, status, detail, instance, reference, wrong, shipment, carrier);
  }

  Problem about(long id) {
    return new Problem(type, title, status, detail, instance, reference, errors, id, carrier);
  }

  Problem saidBy(CarrierJson said) {
    return new Problem(type, title, status, detail, instance, reference, errors, shipment, said);
  }
}
