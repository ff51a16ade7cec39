package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of an API.
 *
 * @param path with its query, encoded, below the base address
 * @param body null where there is none
 * @param transactionId at most 32 characters, and no two alike
 */
record UpsCall(
    UpsOperation operation,
    String method,
    String path,
    @Nullable ObjectNode body,
    String transactionId) {

  static UpsCall get(UpsOperation operation, String path) {
    return new UpsCall(operation, "GET", path, null, newTransactionId());
  }

  static UpsCall delete(UpsOperation operation, String path) {
    return new UpsCall(operation, "DELETE", path, null, newTransactionId());
  }

  /** The number goes into the question's head, too: without it UPS answers a text for an object. */
  static UpsCall post(UpsOperation operation, String path, ObjectNode body) {
    String id = newTransactionId();
    body.elements().next().withObject("/Request/TransactionReference").put("CustomerContext", id);
    return new UpsCall(operation, "POST", path, body, id);
  }

  static String newTransactionId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
