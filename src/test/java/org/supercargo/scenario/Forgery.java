package org.supercargo.scenario;

import java.util.Map;

/** What the browser of a clever person sends: a form of the open page, with other fields in it. */
final class Forgery {
  private static final String POST =
      """
      async ([path, id, more]) => {
        const form = new URLSearchParams(new FormData(document.getElementById(id)));
        document.querySelectorAll('[name="primefaces.nonce"]')
            .forEach(nonce => form.set(nonce.name, nonce.value));
        Object.entries(more).forEach(([name, value]) => form.set(name, value));
        const answer = await fetch(path, { method: 'POST', body: form });
        return answer.status;
      }
      """;

  private Forgery() {}

  /** Answers the HTTP status. */
  static int posts(Visitor visitor, String path, String form, Map<String, String> fields) {
    return (int) visitor.page().evaluate(POST, java.util.List.of(path, form, fields));
  }
}
